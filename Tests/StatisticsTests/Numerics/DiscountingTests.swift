import XCTest

@testable import Statistics

/// By hand: 1 + v + v² + …, v = 1 / (1 + rate).
final class DiscountingTests: XCTestCase {
  func testAYearOrLessIsNotDiscounted() {
    for time in [0, 0.25, 7, 12] {
      XCTAssertEqual(Discounting.presentValue(ofTime: time, year: 12, percent: 3), time)
    }
  }

  func testWholeYears() {
    let value = Discounting.presentValue(ofTime: 3, year: 1, percent: 3)
    XCTAssertEqual(value, 1 + 1 / 1.03 + 1 / (1.03 * 1.03), accuracy: 1e-14)
  }

  func testTheLastYearInProportion() {
    let value = Discounting.presentValue(ofTime: 18, year: 12, percent: 5)
    XCTAssertEqual(value, 12 + 6 / 1.05, accuracy: 1e-13)
  }

  func testWithoutARateNothingIsDiscounted() {
    XCTAssertEqual(Discounting.presentValue(ofTime: 30, year: 12, percent: 0), 30)
    XCTAssertEqual(
      Discounting.presentValue(ofTime: 30, year: 12, percent: 1e-12), 30, accuracy: 1e-11)
  }

  /// For ever: 1 / (1 − v) years.
  func testALongTimeComesToAnEnd() {
    let value = Discounting.presentValue(ofTime: 1e6, year: 1, percent: 4)
    XCTAssertEqual(value, 1.04 / 0.04, accuracy: 1e-12)
  }
}
