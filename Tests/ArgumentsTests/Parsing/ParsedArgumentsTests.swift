import XCTest

@testable import Arguments

final class ParsedArgumentsTests: XCTestCase {
  private let parsed = ParsedArguments(
    optionValues: ["where": ["site=a", "age=b"], "in-window": [], "reason": ["moved"]],
    positionalValues: ["ID": ["P001"]])

  func testWhatWasGiven() {
    XCTAssertTrue(parsed.has(SampleCommands.inWindow))
    XCTAssertEqual(parsed.values(of: SampleCommands.condition), ["site=a", "age=b"])
    XCTAssertEqual(parsed.value(of: SampleCommands.reason), "moved")
    XCTAssertEqual(parsed.requiredValue(of: SampleCommands.reason), "moved")
    XCTAssertEqual(parsed.value(of: SampleCommands.id), "P001")
    XCTAssertEqual(parsed.requiredValue(of: SampleCommands.id), "P001")
  }

  func testWhatWasLeftOut() {
    XCTAssertFalse(parsed.has(SampleCommands.by))
    XCTAssertNil(parsed.value(of: SampleCommands.by))
    XCTAssertEqual(parsed.values(of: SampleCommands.by), [])
    XCTAssertNil(parsed.value(of: SampleCommands.file))
  }
}
