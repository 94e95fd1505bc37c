import Statistics
import TestSupport
import XCTest

final class NoncentralityIntervalTests: XCTestCase {
  func testIntervalsAgreeWithMpmath() throws {
    for row in try Oracle(.noncentralTByMpmath).table("noncentrality_interval") {
      let interval = try XCTUnwrap(
        NoncentralT.noncentralityInterval(
          observing: try argument("t", of: row), degreesOfFreedom: try argument("df", of: row),
          confidenceLevel: try argument("level", of: row)))
      // An end is a remainder of t and the width of the interval, at least 1.
      assertAgrees(
        interval.lower, try argument("lower", of: row), relative: 1e-12, scale: 1, "\(row)")
      assertAgrees(
        interval.upper, try argument("upper", of: row), relative: 1e-12, scale: 1, "\(row)")
    }
  }

  func testTheIntervalOfTheOppositeIsTurnedAround() throws {
    for t in [0.3, 2, 11] {
      let interval = try XCTUnwrap(
        NoncentralT.noncentralityInterval(observing: t, degreesOfFreedom: 8))
      let turned = try XCTUnwrap(
        NoncentralT.noncentralityInterval(observing: -t, degreesOfFreedom: 8))
      XCTAssertEqual(turned, ConfidenceInterval(lower: -interval.upper, upper: -interval.lower))
    }
  }

  func testWhatIsUndefinedIsNil() {
    XCTAssertNil(NoncentralT.noncentralityInterval(observing: .infinity, degreesOfFreedom: 8))
    XCTAssertNil(NoncentralT.noncentralityInterval(observing: 1, degreesOfFreedom: 0))
    for level in [0, 1, -1, .nan] {
      XCTAssertNil(
        NoncentralT.noncentralityInterval(
          observing: 1, degreesOfFreedom: 8, confidenceLevel: level))
    }
  }
}
