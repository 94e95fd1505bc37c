import Foundation
import XCTest

/// Runs every transcript of `Fixtures/Transcripts` in process and compares.
final class TranscriptTests: XCTestCase {
  func testEveryTranscriptIsWhatHappens() async throws {
    let urls = try FileManager.default.contentsOfDirectory(
      at: Fixtures.url("Transcripts"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    XCTAssertGreaterThan(urls.count, 0)
    for url in urls {
      let transcript = try Transcript(url)
      let replayed = try await transcript.replayed()
      if Fixtures.isRecording, replayed != transcript.text {
        try replayed.write(to: url, atomically: true, encoding: .utf8)
        XCTFail("recorded \(url.lastPathComponent) anew: read it, then run again")
      } else {
        XCTAssertEqual(replayed, transcript.text, url.lastPathComponent)
      }
    }
  }
}
