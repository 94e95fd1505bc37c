import XCTest

@testable import Arguments

final class RepeatablePositionalTests: XCTestCase {
  private func read(_ line: String) throws -> ParsedArguments {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return try ArgumentReader.read(words, for: SampleCommands.forms)
  }

  func testAllWordsAreItsValues() throws {
    let parsed = try read("P001 P002 --by site P003")
    XCTAssertEqual(parsed.values(of: SampleCommands.ids), ["P001", "P002", "P003"])
    XCTAssertEqual(parsed.value(of: SampleCommands.ids), "P001")
    let none = try read("--by site")
    XCTAssertEqual(none.values(of: SampleCommands.ids), [])
    XCTAssertEqual(SampleCommands.forms.usage, "outcomes forms [ID…] [--by ATTRIBUTE]")
  }

  func testAnEmptyWordIsReported() {
    XCTAssertThrowsError(try read("P001  P003")) { error in
      XCTAssertEqual(
        (error as? CommandLineProblems)?.problems, [.emptyPositional(SampleCommands.ids)])
    }
  }
}
