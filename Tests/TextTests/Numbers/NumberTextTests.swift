import Foundation
import TestSupport
import Text
import XCTest

final class NumberTextTests: XCTestCase {
  func testShortestTexts() {
    let texts: KeyValuePairs = [
      7.58: "7.58", 815: "815", 1e-50: "1e-50", 0: "0", -0.0: "0", -3: "-3", 0.1: "0.1",
      1_000_000: "1000000", 0x1p53 - 1: "9007199254740991", -0x1p63: "-9.223372036854776e+18",
      0x1p63: "9.223372036854776e+18", 1e22: "1e+22", 0x1p-1074: "5e-324",
    ]
    for (number, text) in texts { XCTAssertEqual(NumberText.shortest(number), text) }
  }

  func testShortestTextsGiveTheNumberBack() {
    withRandomDoubles { number in
      XCTAssertEqual(strtod(NumberText.shortest(number), nil), number)
      XCTAssertEqual(DecimalText.parse(NumberText.shortest(number)), number)
    }
  }

  /// C prints as many digits as it is told: the fewest that give the number back are the measure.
  func testNoTextHasMoreDigitsThanCNeeds() {
    withRandomDoubles { number in
      let fewest = (1...17).first {
        strtod(String(format: "%.\($0 - 1)e", number), nil) == number
      }
      XCTAssertEqual(significantDigits(NumberText.shortest(number)), fewest, "\(number)")
    }
  }

  /// Halves that doubles hold exactly go to the even digit, others where the double lies.
  func testFixedTextsRoundTheBinaryValueHalfToEven() {
    for (number, decimals, text) in [
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (1.005, 2, "1.00"),
      (18.59, 1, "18.6"), (7, 2, "7.00"), (-7.25, 1, "-7.2"), (1e15, 1, "1000000000000000.0"),
    ] {
      XCTAssertEqual(NumberText.fixed(number, decimals: decimals), text)
    }
  }

  /// Foundation's formatting, by which files were written before, is the measure.
  func testFixedTextsAreFoundations() {
    let largest = Double.greatestFiniteMagnitude
    for number in [largest, -largest, 0x1p-1074, 0.5, 1e22, 123_456_789.987_654_321] {
      for decimals in 0...20 { checkFixed(number, decimals) }
    }
    var decimals = 0
    withRandomDoubles { number in
      checkFixed(number, decimals)
      checkFixed(-number, decimals)
      decimals = (decimals + 1) % 21
    }
  }

  private func checkFixed(_ number: Double, _ decimals: Int) {
    let expected = String(format: "%.\(decimals)f", number)
    let isZero = expected.allSatisfy { "-0.".contains($0) }
    XCTAssertEqual(
      NumberText.fixed(number, decimals: decimals),
      isZero ? expected.replacingOccurrences(of: "-", with: "") : expected)
  }

  func testZeroHasNoMinus() {
    XCTAssertEqual(NumberText.fixed(-0.0, decimals: 1), "0.0")
    XCTAssertEqual(NumberText.fixed(-0.04, decimals: 1), "0.0")
    XCTAssertEqual(NumberText.fixed(-0.4, decimals: 0), "0")
    XCTAssertEqual(NumberText.fixed(0.004, decimals: 2), "0.00")
    XCTAssertEqual(NumberText.fixed(-0.06, decimals: 1), "-0.1")
    XCTAssertEqual(NumberText.fixed(-100, decimals: 0), "-100")
  }

  /// Decimals as people write them, and any bits at all.
  private func withRandomDoubles(_ check: (Double) -> Void) {
    var generator = SeededGenerator(seed: 40)
    for _ in 0..<3000 {
      let decimal = Double(generator.number(below: 1_000_000)) / 1000
      check(decimal == 0 ? 1 : decimal)
      let anything = Double(bitPattern: generator.next())
      check(anything.isFinite && anything != 0 ? anything : 1)
    }
  }

  private func significantDigits(_ text: String) -> Int {
    let mantissa = text.prefix { $0 != "e" }.filter(\.isNumber)
    return mantissa.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count
  }
}
