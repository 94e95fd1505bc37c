import TestSupport
import XCTest

@testable import Commands

final class CommandReferenceTests: XCTestCase {
  func testArticleIsMadeFromTheDefinitions() throws {
    try Golden.check(
      CommandReference.text,
      at: Documentation.url(of: "CommandReference"))
  }
}
