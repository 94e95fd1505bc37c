import XCTest

@testable import Documents

/// Expected texts follow the Publication Manual of the American Psychological Association, 7th
/// edition, section 6.36, and the house's words for money.
final class ReadableNumberTests: XCTestCase {
  func testDecimalsHaveATrueMinusAndThousandsApart() {
    XCTAssertEqual(ReadableNumber.decimal(-0.6, decimals: 2), "−0.60")
    XCTAssertEqual(ReadableNumber.decimal(1_234_567.5, decimals: 1), "1,234,567.5")
    XCTAssertEqual(ReadableNumber.decimal(-999.6, decimals: 0), "−1,000")
    XCTAssertEqual(ReadableNumber.decimal(999, decimals: 0), "999")
    XCTAssertEqual(ReadableNumber.decimal(.nan, decimals: 0), "not a number")
  }

  func testNothingIsMinusZero() {
    XCTAssertEqual(ReadableNumber.decimal(-0.004, decimals: 2), "0.00")
    XCTAssertEqual(ReadableNumber.change(-0.0, decimals: 1), "0.0")
    XCTAssertEqual(ReadableNumber.change(0.04, decimals: 1), "0.0")
  }

  func testIntegersHaveThousandsApart() {
    XCTAssertEqual(
      [0, 100, 1000, 369_000, -1000].map(ReadableNumber.integer),
      ["0", "100", "1,000", "369,000", "−1,000"])
  }

  func testChangesCarryTheirSign() {
    XCTAssertEqual(ReadableNumber.change(1.2, decimals: 2), "+1.20")
    XCTAssertEqual(ReadableNumber.percent(-14.64, decimals: 1), "−14.6 %")
    XCTAssertEqual(ReadableNumber.percent(13, decimals: 0), "+13 %")
  }

  func testIntervalsStandInBrackets() {
    XCTAssertEqual(ReadableNumber.interval(-1.239, 1000, decimals: 2), "[−1.24, 1,000.00]")
  }

  func testProbabilitiesHaveNoZeroBeforeThePointAndAreNeverZero() {
    XCTAssertEqual(
      [1e-50, 0.00099, 0.001, 0.0344, 0.5, 0.9994, 0.9999, 1].map(ReadableNumber.probability),
      ["< .001", "< .001", ".001", ".034", ".500", ".999", "> .999", "> .999"])
  }

  func testMoneyIsWrittenAsItsCountriesDo() {
    XCTAssertEqual(ReadableNumber.money(615.2, currency: "USD", decimals: 0), "US$615")
    XCTAssertEqual(ReadableNumber.money(-60, currency: "USD", decimals: 0), "−US$60")
    XCTAssertEqual(ReadableNumber.money(15.64, currency: "USD", decimals: 2), "US$15.64")
    XCTAssertEqual(ReadableNumber.money(-1615, currency: "EUR", decimals: 0), "−1,615 EUR")
  }

  func testNounsFollowTheirNumber() {
    XCTAssertEqual(
      [0, 1, 1815].map { ReadableNumber.count($0, "participant") },
      ["0 participants", "1 participant", "1,815 participants"])
  }

  func testColumnsGetTheFewestDecimalsThatShowThem() {
    XCTAssertEqual(ReadableNumber.decimals(for: [8, 7]), 0)
    XCTAssertEqual(ReadableNumber.decimals(for: [8, 7.5]), 1)
    XCTAssertEqual(ReadableNumber.decimals(for: [8, 7.5, 6.25]), 2)
    XCTAssertEqual(ReadableNumber.decimals(for: [1.0 / 3]), 2)
    XCTAssertEqual(ReadableNumber.decimals(for: []), 0)
  }
}
