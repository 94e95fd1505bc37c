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

  func testAValueIsReplacedOnlyWhereItIsMeant() {
    let arguments = ParsedArguments(
      optionValues: ["reason": ["P001"], "where": ["P001", "a=b"]],
      positionalValues: ["ID": ["P001"], "FILE": ["P001"]])
    let replaced = arguments.replacing(
      "P001", by: "P010", positionals: [SampleCommands.id], options: [SampleCommands.condition])
    XCTAssertEqual(replaced.value(of: SampleCommands.id), "P010")
    XCTAssertEqual(replaced.value(of: SampleCommands.file), "P001")
    XCTAssertEqual(replaced.value(of: SampleCommands.reason), "P001")
    XCTAssertEqual(replaced.values(of: SampleCommands.condition), ["P010", "a=b"])
    XCTAssertEqual(
      arguments.replacing("P002", by: "P010", positionals: [SampleCommands.id], options: []),
      arguments)
  }
}
