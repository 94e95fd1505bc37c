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

  /// Worked out by hand: at 34 columns, the first three columns take 6 + 2 + 11 + 2 + 9 = 30.
  func testColumnsThatDoNotFitInTheWindowFollowBelow() {
    let table = Table(
      caption: "A caption of more than 34 characters",
      columns: [
        Column("person", .leading), Column("state", .leading), Column("score"),
        Column("95 % CI"), Column("", .leading), Column("note", .leading),
      ],
      rows: [
        [
          .text("P1"), .text("late 1 day"), .integer(1_234_567),
          .interval(lower: -1, upper: 2, decimals: 1), .text("better"),
          .text("asked twice, and then once more on the telephone"),
        ],
        [.text("Person"), .text("due in days"), .missing(because: "x"), .blank, .blank, .blank],
        [.text("P3"), .blank, .blank, .missing(because: "y"), .text("same"), .text("a")],
      ])
    let document = Document(
      title: "T", blocks: [.table(table), .notes("N", ["one"]), .paragraph("one two")])
    XCTAssertEqual(
      TextRenderer(window: 34).render(document),
      """
      T
      =

      A caption of more than 34
      characters
      person  state            score
      ------  -----------  ---------
      P1      late 1 day   1,234,567
        95 % CI: [−1.0, 2.0]   better
        note: asked twice, and then
          once more on the telephone
      Person  due in days        [a]
      P3
        95 % CI: [b]   same   note: a
      [a] x
      [b] y

      N
      - one

      one two

      """)
  }

  func testABranchGoesOnBetweenTheLinesThatPassIt() {
    let code = "  \"a long line of code that stays\": 1"
    let document = Document(
      title: "A title of two lines",
      blocks: [
        .diagram([
          "12 all", "├─ seven of them here", "│  └─ one or two more", "└─ the others now", code,
        ])
      ])
    XCTAssertEqual(
      TextRenderer(window: 14).render(document),
      """
      A title of two
      lines
      ==============

      12 all
      ├─ seven of
      │  them here
      │  └─ one or
      │     two more
      └─ the others
         now
      \(code)

      """)
    XCTAssertEqual(
      TextRenderer(hasUnicode: false).render(
        Document(title: "−1", blocks: [.diagram(["└─ a · b"])])), "-1\n==\n\n`- a - b\n")
  }

  func testTableWithoutRowsShowsItsColumns() {
    let document = Document(
      title: "T", blocks: [.table(Table(columns: [Column("id", .leading), Column("n")], rows: []))])
    XCTAssertEqual(TextRenderer().render(document), "T\n=\n\nid  n\n--  -\n")
  }
}
