import Statistics
import TestSupport
import XCTest

final class HolmAdjustmentTests: XCTestCase {
  func testAdjustedProbabilitiesAgreeWithR() throws {
    let cases = try Oracle(.pairedByR).holm
    XCTAssertEqual(cases.count, 5)
    for holm in cases {
      let adjusted = HolmAdjustment.adjusted(holm.p)
      XCTAssertEqual(adjusted.count, holm.adjusted.count)
      for (actual, expected) in zip(adjusted, holm.adjusted) {
        assertAgrees(actual, expected, relative: 1e-15, "\(holm.p)")
      }
    }
  }

  func testNothingToAdjust() {
    XCTAssertEqual(HolmAdjustment.adjusted([]), [])
    XCTAssertEqual(HolmAdjustment.adjusted([nil, nil]), [nil, nil])
  }
}
