import Foundation
import TestSupport
import XCTest

/// Every source file imports only what `Package.swift` allows its target, which is where the graph
/// of dependencies is written, and only there.
final class PackageGraphTests: XCTestCase {
  func testEveryFileImportsOnlyWhatItsTargetMay() throws {
    let graph = try Self.graph()
    XCTAssertEqual(graph["Text"], [])
    XCTAssertEqual(graph["outcomes"], ["Commands"])
    for (target, allowed) in graph {
      let files = try SourceFile.all(in: "Sources/\(target)")
      XCTAssertFalse(files.isEmpty, target)
      for file in files {
        for name in file.imports where graph[name] != nil {
          XCTAssertTrue(allowed.contains(name), "\(file.path) imports \(name)")
        }
      }
    }
    XCTAssertEqual(
      Set(try SourceFile.all(in: "Sources").map { $0.path.split(separator: "/")[1] }),
      Set(graph.keys.map { $0[...] }), "every folder of Sources is a target")
  }

  /// A target may import those that are declared before it.
  func testNoTargetDependsOnALaterOne() throws {
    var declared: Set<String> = []
    for target in try Self.targets() {
      XCTAssertTrue(
        declared.isSuperset(of: target.mayImport), "\(target.name) depends on a later target")
      declared.insert(target.name)
    }
  }

  func testNoPackageIsUsed() throws {
    XCTAssertFalse(try Self.package().contains(".package("))
  }

  /// What each target may import, by its name.
  private static func graph() throws -> [String: Set<String>] {
    Dictionary(uniqueKeysWithValues: try targets().map { ($0.name, Set($0.mayImport)) })
  }

  /// The targets of the program in the order of `Package.swift`.
  private static func targets() throws -> [(name: String, mayImport: [String])] {
    let declaration =
      /(?:module\(|executableTarget\(name:)\s*"(\w+)"(?:,\s*(?:mayImport|dependencies): \[([^\]]*)\])?/
    return try package().matches(of: declaration).map { match in
      let names = (match.2 ?? "").matches(of: /\w+/).map { String($0.output) }
      return (String(match.1), names)
    }
  }

  /// `Package.swift` as far as it is about the program and its tests.
  private static func package() throws -> Substring {
    let url = Fixtures.project.appendingPathComponent("Package.swift")
    let text = try String(contentsOf: url, encoding: .utf8)
    let end = try XCTUnwrap(text.range(of: "\n// The fuzzing harness")).lowerBound
    return text[..<end]
  }
}
