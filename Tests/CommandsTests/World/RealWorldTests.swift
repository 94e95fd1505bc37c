import Foundation
import XCTest

@testable import Commands

/// What the machine itself tells, held against Foundation.
final class RealWorldTests: XCTestCase {
  func testTheMachineIsAsFoundationSeesIt() {
    let process = ProcessInfo.processInfo
    XCTAssertEqual(World.real.currentFolder, FileManager.default.currentDirectoryPath)
    XCTAssertEqual(World.real.userName(), NSUserName())
    XCTAssertEqual(World.real.cores(), process.activeProcessorCount)
    let before = Int64(Date().timeIntervalSince1970.rounded(.down))
    let now = World.real.now().secondsSinceEpoch
    XCTAssertTrue((before...Int64(Date().timeIntervalSince1970)).contains(now))
  }

  func testTheCurrentFolderIsWhereTheProcessStands() throws {
    let files = FileManager.default
    let (first, name) = (files.currentDirectoryPath, "outcomes ü \(UUID().uuidString)")
    defer { _ = files.changeCurrentDirectoryPath(first) }
    XCTAssertTrue(files.changeCurrentDirectoryPath(NSTemporaryDirectory()))
    try files.createDirectory(atPath: name, withIntermediateDirectories: false)
    XCTAssertTrue(files.changeCurrentDirectoryPath(name))
    XCTAssertEqual(World.real.currentFolder, files.currentDirectoryPath)
    XCTAssertTrue(World.real.currentFolder.hasSuffix("/" + name))
    try files.removeItem(atPath: files.currentDirectoryPath)
    XCTAssertEqual(World.real.currentFolder, "")
  }

  func testTheFolderForWhatNobodyKeepsIsTMPDIR() {
    withVariable("TMPDIR", set: "/var/tmp") {
      XCTAssertEqual(World.real.temporaryFolder(), "/var/tmp")
    }
    for value in [nil, ""] {
      withVariable("TMPDIR", set: value) {
        XCTAssertEqual(World.real.temporaryFolder(), "/tmp")
      }
    }
  }

  func testOnlyTheProgramsOwnVariablesAreRead() {
    withVariable("OUTCOMES_USER", set: "Eva Maß") {
      XCTAssertEqual(World.real.environment["OUTCOMES_USER"], "Eva Maß")
      XCTAssertNil(World.real.environment["PATH"])
    }
    for value in [nil, ""] {
      withVariable("OUTCOMES_USER", set: value) {
        XCTAssertNil(World.real.environment["OUTCOMES_USER"])
      }
    }
  }

  /// Does something while an environment variable has another value, or none.
  private func withVariable(_ name: String, set value: String?, _ body: () -> Void) {
    let before = ProcessInfo.processInfo.environment[name]
    func set(_ value: String?) {
      if let value { setenv(name, value, 1) } else { unsetenv(name) }
    }
    set(value)
    defer { set(before) }
    body()
  }
}
