import Foundation
import TestSupport
import XCTest

/// The rooms of the house import only rooms below them.
final class HouseTests: XCTestCase {
  /// From the ground up; a room may import those before it that stand in its list.
  private let rooms: [String: Set<String>] = [
    "Text": [],
    "Statistics": [],
    "Instruments": ["Text"],
    "Records": ["Text", "Instruments"],
    "Analysis": ["Records", "Instruments", "Statistics"],
    "Storage": ["Records", "Instruments", "Text"],
    "Reports": ["Analysis", "Records", "Instruments", "Statistics", "Text"],
    "Interchange": ["Records", "Instruments", "Text"],
    "Arguments": ["Text"],
    "Commands": [
      "Text", "Statistics", "Instruments", "Records", "Analysis", "Storage", "Reports",
      "Interchange", "Arguments",
    ],
    "outcomes": ["Commands"],
  ]

  func testNoRoomImportsUpward() throws {
    for (room, allowed) in rooms {
      for url in try sources(of: room) {
        let imported = try String(contentsOf: url, encoding: .utf8)
          .components(separatedBy: "\n").filter { $0.contains("import ") && !$0.hasPrefix("//") }
          .compactMap { $0.split(separator: " ").last.map(String.init) }
        for name in imported where rooms.keys.contains(name) {
          XCTAssertTrue(allowed.contains(name), "\(room)/\(url.lastPathComponent) imports \(name)")
        }
      }
    }
  }

  func testOnlyTheNamedFilesTouchTheMachine() throws {
    let allowed = [
      "Text/ByteSearch.swift", "Text/NumberText.swift", "Statistics/ElementaryFunctions.swift",
      "Storage/POSIX.swift", "Commands/Console.swift", "Commands/World+Real.swift",
      "outcomes/main.swift",
    ]
    for room in rooms.keys {
      for url in try sources(of: room) {
        let text = try String(contentsOf: url, encoding: .utf8)
        let name = "\(room)/\(url.lastPathComponent)"
        if text.contains("import Glibc") {
          XCTAssertTrue(allowed.contains(name), "\(name) imports the C library")
        }
      }
    }
  }

  /// Foundation with all its tables makes the program four times as large.
  func testNoSourceImportsFoundation() throws {
    for room in rooms.keys {
      for url in try sources(of: room) {
        let text = try String(contentsOf: url, encoding: .utf8)
        XCTAssertFalse(
          text.contains("import Foundation\n"), "\(room)/\(url.lastPathComponent)")
      }
    }
  }

  /// With Swift 6.3 at `-O` a span of one array of a value lets changes of another one reach copies
  /// of the value; see `ArrayMutableSpanTests`.
  func testNoSourceUsesTheSpanThatTheCompilerGetsWrong() throws {
    for room in rooms.keys {
      for url in try sources(of: room) {
        let text = try String(contentsOf: url, encoding: .utf8)
        for name in [".mutableSpan", "lifetime("] {
          XCTAssertFalse(
            text.contains(name),
            "\(room)/\(url.lastPathComponent) uses \(name); `withMutableSpan` is safe")
        }
      }
    }
  }

  func testPackageNamesNoDependency() throws {
    let package = try String(
      contentsOf: Fixtures.project.appendingPathComponent("Package.swift"), encoding: .utf8)
    XCTAssertFalse(package.contains(".package("))
  }

  private func sources(of room: String) throws -> [URL] {
    let folder = Fixtures.project.appendingPathComponent("Sources").appendingPathComponent(room)
    let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let urls = names?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
    XCTAssertFalse(urls.isEmpty, room)
    return urls
  }
}
