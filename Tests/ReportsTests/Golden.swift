import Foundation
import XCTest

/// Texts that a person read once and that must not change unseen.
enum Golden {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Goldens")

  /// Fails unless the file holds exactly this text. A missing file is written, and the test fails
  /// once, so that nobody takes a recording for a result: read the file, then run again. To record
  /// anew, delete the file.
  static func check(
    _ text: String, _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let url = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: url.path) else {
      try Data(text.utf8).write(to: url)
      XCTFail("recorded \(name): read it, then run the tests again", file: file, line: line)
      return
    }
    let recorded = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    XCTAssertEqual(text, recorded, name, file: file, line: line)
  }

  static func lines(_ name: String) throws -> [String] {
    try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}
