import Foundation
import XCTest

/// Recorded texts that a person has read once and that must not change unnoticed.
package enum Golden {
  /// Fails unless a file of Fixtures/Goldens holds exactly this text.
  package static func check(
    _ text: String, _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) throws {
    try check(text, at: Fixtures.url("Goldens/\(name)"), file: file, line: line)
  }

  /// Fails unless a file of Fixtures/Goldens holds exactly these bytes.
  package static func check(
    _ bytes: [UInt8], _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) throws {
    try check(String(decoding: bytes, as: UTF8.self), name, file: file, line: line)
  }

  /// Fails unless the file holds exactly this text.
  ///
  /// With `OUTCOMES_RECORD=1` a file that holds another text is written, and the test fails all the
  /// same, so that no recording passes unread: read the file, then run the tests again.
  package static func check(
    _ text: String, at url: URL, file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let name = url.lastPathComponent
    let recorded = try? String(contentsOf: url, encoding: .utf8)
    if Fixtures.isRecording, text != recorded {
      try Data(text.utf8).write(to: url)
      XCTFail("recorded \(name) anew: read it, then run again", file: file, line: line)
    } else if let recorded {
      XCTAssertEqual(text, recorded, name, file: file, line: line)
    } else {
      XCTFail("\(name) is missing: run with OUTCOMES_RECORD=1", file: file, line: line)
    }
  }
}
