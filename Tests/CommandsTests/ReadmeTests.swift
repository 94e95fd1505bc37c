import Foundation
import TestSupport
import XCTest

/// README's session shows what really happens.
final class ReadmeTests: XCTestCase {
  func testSessionIsWhatHappens() async throws {
    let readme = try String(
      contentsOf: Fixtures.project.appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```console\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    XCTAssertFalse(blocks.isEmpty)
    for block in blocks {
      let replayed = try await Transcript(text: block).replayed()
      XCTAssertEqual(replayed, block)
    }
  }
}
