import Statistics
import TestSupport
import XCTest

final class CronbachAlphaTests: XCTestCase {
  func testAlphaAndFeldtsIntervalAgreeWithR() throws {
    for expected in try ReliabilityCase.all() {
      let alpha = try XCTUnwrap(CronbachAlpha(expected.moments))
      XCTAssertEqual(alpha.forms, expected.answers.count)
      XCTAssertEqual(alpha.items, expected.answers[0].count)
      assertAgrees(alpha.alpha, expected.alpha, relative: 1e-13, scale: 1, expected.name)
      let narrower = CronbachAlpha(expected.moments, confidenceLevel: 0.9)?.confidenceInterval
      for (actual, end) in [
        (alpha.confidenceInterval?.lower, expected.lower),
        (alpha.confidenceInterval?.upper, expected.upper),
        (narrower?.lower, expected.lower90), (narrower?.upper, expected.upper90),
      ] {
        assertAgrees(actual, end, relative: 1e-11, scale: 1, expected.name)
      }
    }
  }

  func testItemsThatAllSayTheSameHaveAlphaOne() {
    var moments = ItemMoments(items: 3)
    for code in [0, 1, 3, 2] { moments.add([code, code, code]) }
    XCTAssertEqual(CronbachAlpha(moments)?.alpha, 1)
    XCTAssertEqual(
      CronbachAlpha(moments)?.confidenceInterval, ConfidenceInterval(lower: 1, upper: 1))
  }

  func testWhatIsUndefinedIsNil() {
    var moments = ItemMoments(items: 2)
    XCTAssertNil(CronbachAlpha(moments))
    moments.add([1, 2])
    XCTAssertNil(CronbachAlpha(moments))
    // The totals are 3 and 3.
    moments.add([2, 1])
    XCTAssertNil(CronbachAlpha(moments))
    moments.add([2, 3])
    XCTAssertNotNil(CronbachAlpha(moments))
    XCTAssertNil(CronbachAlpha(moments, confidenceLevel: 1)?.confidenceInterval)
    var oneItem = ItemMoments(items: 1)
    for code in [0, 3] { oneItem.add([code]) }
    XCTAssertNil(CronbachAlpha(oneItem))
  }

  func testAnotherUnitOrOriginOfTheCodesChangesNothing() throws {
    for expected in try ReliabilityCase.all() {
      var other = ItemMoments(items: expected.answers[0].count)
      for form in expected.answers { other.add(form.map { 25 * $0 - 7 }) }
      XCTAssertEqual(CronbachAlpha(other), CronbachAlpha(expected.moments), expected.name)
    }
  }
}
