import XCTest

@testable import Storage

final class RewrittenFieldTests: XCTestCase {
  func testDaysInOtherFormsAreRecognized() {
    for text in [
      "1/5/2026", "12/31/2026", "31/12/2026", "05.01.2026", "5.1.2026", "2026/01/05", "1/5/26",
      "5-1-2026", "2026-1-5",
    ] {
      XCTAssertTrue(RewrittenField.isDate(text), text)
    }
    for text in [
      "2026-01-05", "", "1/5", "1/5/2026/7", "a/b/2026", "2026-13-45", "1 2 3", "007", "1.5",
      "111/5/2026", "1/5/202",
    ] {
      XCTAssertFalse(RewrittenField.isDate(text), text)
    }
  }

  func testMomentsInOtherFormsAreRecognized() {
    for text in [
      "1/5/2026 10:00", "2026-01-05 10:00:00", "05.01.2026 9:05", "1/5/2026 10:00 AM",
    ] {
      XCTAssertTrue(RewrittenField.isTime(text), text)
    }
    for text in ["2026-01-05T10:00:00Z", "1/5/2026", "", "10:00", "x 10:00", "1/5/2026 10"] {
      XCTAssertFalse(RewrittenField.isTime(text), text)
    }
  }

  func testDecimalCommasAreRecognized() {
    for text in ["18,59", "0,5"] { XCTAssertTrue(RewrittenField.isDecimalComma(text), text) }
    for text in ["18.59", "8", "", ",5", "5,", "1,2,3", "a,5"] {
      XCTAssertFalse(RewrittenField.isDecimalComma(text), text)
    }
  }

  func testLeadingZerosAreLost() {
    for (text, left) in [
      ("007", "7"), ("0120", "120"), ("00", "0"), ("7", nil), ("0", nil), ("P07", nil),
      ("07a", nil), ("", nil),
    ] {
      XCTAssertEqual(RewrittenField.withoutLeadingZeros(text), left, text)
    }
  }
}
