import XCTest

@testable import Documents

final class ReadableTableTests: XCTestCase {
  func testEachReasonHasOneLetterInTheOrderOfAppearance() {
    let table = Table(
      columns: [Column("x"), Column("y")],
      rows: [
        [.missing(because: "late"), .missing(because: "early")],
        [.missing(because: "early"), .blank],
      ])
    let readable = ReadableTable(table)
    XCTAssertEqual(readable.rows, [["[a]", "[b]"], ["[b]", ""]])
    XCTAssertEqual(readable.footnotes, ["[a] late", "[b] early"])
  }

  func testControlCharactersBecomeSpaces() {
    XCTAssertEqual(
      ReadableTable.singleLine("a\tb\r\nc\u{1B}d\u{85}e\u{2028}f\u{7F}g"), "a b  c d e f g")
    XCTAssertEqual(ReadableTable.singleLine("Zoë 👩‍👩‍👧 مرحبا"), "Zoë 👩‍👩‍👧 مرحبا")
  }
}
