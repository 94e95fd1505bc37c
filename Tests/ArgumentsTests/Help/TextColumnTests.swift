import XCTest

@testable import Arguments

final class TextColumnTests: XCTestCase {
  func testALineIsFullAtItsWidth() {
    XCTAssertEqual(TextColumn(width: 9).lines(of: "one two three"), ["one two", "three"])
    XCTAssertEqual(TextColumn(width: 7).lines(of: "one two three"), ["one two", "three"])
    XCTAssertEqual(TextColumn(width: 6).lines(of: "one two three"), ["one", "two", "three"])
    XCTAssertEqual(TextColumn(width: 2).lines(of: "one two"), ["one", "two"])
    XCTAssertEqual(TextColumn(width: 9).lines(of: ""), [])
  }

  func testIndentationCountsAsWidth() {
    XCTAssertEqual(
      TextColumn(width: 9).lines(of: ["one", "two", "it", "is"], indentation: 1, hanging: 3),
      [" one two", "    it is"])
  }

  func testTermsTooLongStandAlone() {
    let entries = [("-a", "one two three"), ("--a-term-of-28-characters-xx", "four")]
    XCTAssertEqual(
      TextColumn(width: 16).list(entries),
      ["  -a  one two", "      three", "  --a-term-of-28-characters-xx", "      four"])
  }
}
