import Foundation
import TestSupport
import XCTest

/// Runs every transcript of `Fixtures/Transcripts` in process and compares.
final class TranscriptTests: XCTestCase {
  func testEveryTranscriptIsWhatHappens() async throws {
    let urls = try FileManager.default.contentsOfDirectory(
      at: Fixtures.url("Transcripts"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    XCTAssertGreaterThan(urls.count, 0)
    try await concurrently(urls) { url in
      try Golden.check(await Transcript(url).replayed(), at: url)
    }
  }
}
