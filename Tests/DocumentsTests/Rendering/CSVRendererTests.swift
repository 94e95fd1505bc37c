import XCTest

@testable import Documents

final class CSVRendererTests: XCTestCase {
  func testNumbersAreWholeAndFormulasHarmless() {
    XCTAssertEqual(
      CSVRenderer().render(OddTable.table),
      """
      who,mean,ci95_lower,ci95_upper,p
      "Zoë, ""Łódź"" | a\\b",-1234.56789,-1.5,1e-07,1e-50
      '=1+1,,,,
      "'-5\u{1B}[31m
      red",1200,,,-14.64
      1970-01-01,615.25,,,0.25

      """)
  }

  func testRawLeavesTextsAlone() {
    let table = Table(columns: [Column("who", .leading)], rows: [[.text("=1+1")], [.text("@a")]])
    XCTAssertEqual(CSVRenderer(raw: true).render(table), "who\n=1+1\n@a\n")
    XCTAssertEqual(CSVRenderer().render(table), "who\n'=1+1\n'@a\n")
  }

  func testNumbersThatAreNoneAreMissing() {
    let table = Table(
      columns: [Column("x"), Column("y")],
      rows: [[.decimal(.nan, decimals: 1), .decimal(.infinity, decimals: 1)]])
    XCTAssertEqual(CSVRenderer().render(table), "x,y\n,\n")
  }
}
