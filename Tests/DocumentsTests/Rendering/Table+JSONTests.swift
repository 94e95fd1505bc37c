import Text
import XCTest

@testable import Documents

final class TableJSONTests: XCTestCase {
  func testRowsAreObjectsByKey() {
    XCTAssertEqual(
      JSONWriter.compact(OddTable.table.json),
      #"[{"who": "Zoë, \"Łódź\" | a\\b", "mean": -1234.56789, "ci95": [-1.5, 1e-07], "#
        + #""p": 1e-50}, "#
        + #"{"who": "=1+1", "mean": null, "ci95": null, "p": null}, "#
        + #"{"who": "-5\u001b[31m\nred", "mean": 1200, "ci95": null, "p": -14.64}, "#
        + #"{"who": "1970-01-01", "mean": 615.25, "ci95": null, "p": 0.25}]"#)
  }

  func testNumbersThatAreNoneAreNull() {
    XCTAssertEqual(Cell.decimal(.nan, decimals: 1).json, .null)
  }
}
