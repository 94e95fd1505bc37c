import XCTest

@testable import Statistics

final class ContinuedFractionTests: XCTestCase {
  func testGoldenRatioIsTheFractionOfOnes() {
    let value = ContinuedFraction.value(first: 1) { _ in (1, 1) }
    XCTAssertEqual(value, (1 + 5.0.squareRoot()) / 2, accuracy: 1e-15)
  }

  func testBrounckersFractionIsFourOverPi() {
    // 4/π = 1 + 1²/(3 + 2²/(5 + 3²/(7 + …))).
    let value = ContinuedFraction.value(first: 1) { n in (n * n, 2 * n + 1) }
    XCTAssertEqual(value, 4 / Double.pi, accuracy: 1e-15)
  }

  func testAFractionThatEndsIsItsRationalNumber() {
    // 3 + 2/(5 + 0/…) = 3.4.
    let value = ContinuedFraction.value(first: 3) { n in n == 1 ? (2, 5) : (0, 1) }
    XCTAssertEqual(value, 3.4, accuracy: 1e-15)
  }
}
