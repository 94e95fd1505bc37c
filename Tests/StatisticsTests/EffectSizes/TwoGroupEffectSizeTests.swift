import Statistics
import TestSupport
import XCTest

final class TwoGroupEffectSizeTests: XCTestCase {
  func testEffectSizesAgreeWithR() throws {
    for expected in try GroupsCase.all() {
      let (first, second) = expected.tables
      let size = try XCTUnwrap(TwoGroupEffectSize(first, second))
      assertAgrees(size.cohensD, expected.d, relative: 1e-13, expected.name)
      assertAgrees(size.hedgesG, expected.g, relative: 1e-11, expected.name)
    }
  }

  func testTheIntervalIsThatOfMpmathsNoncentrality() throws {
    // Two changes 7 and −3 against a single 0: the pooled spread has one degree of freedom, and
    // t = 2/√(50·(1/2 + 1)) is not in the table; scaled to t = 0.4 by moving the single value.
    let single = 2 - 0.4 * 75.0.squareRoot()
    let size = try XCTUnwrap(TwoGroupEffectSize(FrequencyTable([7, -3]), FrequencyTable([single])))
    let row = try XCTUnwrap(
      try Oracle(.noncentralTByMpmath).table("noncentrality_interval").first {
        $0["df"] == 1 && $0["t"] == 0.4 && $0["level"] == 0.95
      })
    let scale = 1.5.squareRoot()
    assertAgrees(
      size.confidenceInterval?.lower, try argument("lower", of: row) * scale, relative: 1e-12,
      scale: 1)
    assertAgrees(
      size.confidenceInterval?.upper, try argument("upper", of: row) * scale, relative: 1e-12,
      scale: 1)
    XCTAssertNil(size.hedgesG)
  }

  func testWhatIsUndefinedIsNil() {
    let varied = FrequencyTable([1, 2, 5])
    XCTAssertNil(TwoGroupEffectSize(FrequencyTable([]), varied))
    XCTAssertNil(TwoGroupEffectSize(FrequencyTable([4]), FrequencyTable([7])))
    XCTAssertNil(TwoGroupEffectSize(FrequencyTable([4, 4]), FrequencyTable([7, 7, 7])))
    XCTAssertNil(TwoGroupEffectSize(FrequencyTable([0.3, 0.1 + 0.2]), FrequencyTable([0.3])))
    XCTAssertNil(TwoGroupEffectSize(varied, varied, confidenceLevel: 1)?.confidenceInterval)
  }
}
