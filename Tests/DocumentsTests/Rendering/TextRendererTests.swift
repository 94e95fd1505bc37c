import XCTest

@testable import Documents

final class TextRendererTests: XCTestCase {
  func testColumnsAreAlignedByCharactersAndCellsKeepToTheirLine() {
    XCTAssertEqual(
      TextRenderer().render(OddTable.document),
      """
      A *bold* title
      ==============

      One
      ---

      Odd | ends
      who                mean | sd      95 % CI        p
      -----------------  ---------  -----------  -------
      Zoë, "Łódź" | a\\b   −1,234.6  [−1.5, 0.0]   < .001
      =1+1                     [a]          [b]      [a]
      -5 [31m red            1,200               −14.6 %
      1970-01-01            US$615                 +0.25
      [a] too few
      [b] no spread

      Notes
      - [x](y)

      """)
  }

  func testSentencesAreWrappedAndNotesIndented() {
    let document = Document(
      title: "T",
      blocks: [
        .paragraph("A fall by 14.6 % is shown."), .notes("N", ["one two three four five"]),
      ])
    XCTAssertEqual(
      TextRenderer(width: 14).render(document),
      """
      T
      =

      A fall by
      14.6 % is
      shown.

      N
      - one two
        three four
        five

      """)
  }

  func testTableWithoutRowsShowsItsColumns() {
    let document = Document(
      title: "T", blocks: [.table(Table(columns: [Column("id", .leading), Column("n")], rows: []))])
    XCTAssertEqual(TextRenderer().render(document), "T\n=\n\nid  n\n--  -\n")
  }
}
