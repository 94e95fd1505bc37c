import Arguments
import TestSupport
import XCTest

@testable import Commands

/// The manual page of this release; `.ci/run` lets `groff` and `man` read it.
final class ManualPageGoldenTests: XCTestCase {
  func testPageIsMadeFromTheDefinitions() throws {
    try Golden.check(ManualPage.ofThisRelease.text, "outcomes.1")
  }
}
