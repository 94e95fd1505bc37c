import Foundation
import TestSupport
import XCTest

/// The screens of entering forms, as a person at the terminal sees them.
final class ScreenTests: XCTestCase {
  func testEveryScreenIsWhatIsSeen() async throws {
    let urls = try FileManager.default.contentsOfDirectory(
      at: Fixtures.url("Screens"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    XCTAssertGreaterThan(urls.count, 0)
    try await concurrently(urls) { url in
      try Golden.check(await Transcript(url).replayed(), at: url)
    }
  }
}
