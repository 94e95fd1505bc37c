import Records
import XCTest

final class TimepointIDTests: XCTestCase {
  func testAllowedIDs() {
    for text in ["baseline", "day30", "a", "z", "week_2", "t0", "a_"] {
      XCTAssertEqual(TimepointID(rawValue: text)?.description, text)
    }
  }

  func testRefusedIDs() {
    for text in [
      "", "30days", "_a", "Day30", "day-30", "day 30", "dañ", "day30\n", "a.b", "{", "`",
    ] {
      XCTAssertNil(TimepointID(rawValue: text), text)
    }
  }
}
