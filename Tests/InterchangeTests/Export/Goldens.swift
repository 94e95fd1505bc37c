import Foundation
import XCTest

/// Files that hold what an export was once read and found to be right.
enum Goldens {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Goldens/export")

  /// Compares with the file called `name`. With `OUTCOMES_RECORD_GOLDENS` set the file is written
  /// instead, and the test fails, so that no recording passes unread.
  static func check(
    _ bytes: [UInt8], _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let url = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["OUTCOMES_RECORD_GOLDENS"] != nil {
      try Data(bytes).write(to: url)
      XCTFail("recorded \(name): read it, then run again without recording", file: file, line: line)
      return
    }
    let expected = try String(contentsOf: url, encoding: .utf8)
    XCTAssertEqual(String(decoding: bytes, as: UTF8.self), expected, name, file: file, line: line)
  }
}
