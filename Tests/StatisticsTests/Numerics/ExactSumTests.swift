import TestSupport
import XCTest

@testable import Statistics

final class ExactSumTests: XCTestCase {
  func testCancelingTermsLeaveTheRest() {
    // Each group sums to its last term; in doubles, most of it would be lost.
    for terms in [
      [1e16, 1, -1e16], [1e300, 3.5, 1e-300, -1e300, -1e-300], [0.1, 1e100, 0.2, -1e100, -0.1],
      [.greatestFiniteMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 7]
        + [-.greatestFiniteMagnitude], [.leastNonzeroMagnitude, 1, -1],
    ] as [[Double]] {
      let expected = [1, 3.5, 0.2, 7, .leastNonzeroMagnitude]
      XCTAssertTrue(expected.contains(sum(terms).high), "\(terms)")
    }
  }

  func testTheLowPartHoldsWhatTheHighPartCannot() {
    // 0.1 + 0.2 as binary fractions is 0.30000000000000001665…, of which a double has …04440….
    let (high, low) = sum([0.1, 0.2])
    XCTAssertEqual(high, 0.1 + 0.2)
    XCTAssertEqual(low, -0x1p-55)
    // 2⁵³ + 1 lies between two doubles.
    let between = sum([0x1p53, 1])
    XCTAssertEqual(between.high, 0x1p53)
    XCTAssertEqual(between.low, 1)
    let negative = sum([-0x1p53, -1])
    XCTAssertEqual(negative.high, -0x1p53)
    XCTAssertEqual(negative.low, -1)
  }

  func testProductsKeepAllTheirDigits() {
    // (1 + 2⁻³⁰)² − 1 − 2⁻²⁹ = 2⁻⁶⁰.
    var sum = ExactSum()
    sum.addProduct(1 + 0x1p-30, 1 + 0x1p-30)
    for term in [-1, -0x1p-29] { sum.add(term) }
    XCTAssertEqual(sum.value.high, 0x1p-60)
    XCTAssertEqual(sum.value.low, 0)
  }

  func testShufflingAndSplittingChangeNoBit() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      var terms = (0..<300).map { _ in
        Double.random(in: -1...1, using: &generator)
          * Double(
            sign: .plus, exponent: Int.random(in: -40...40, using: &generator), significand: 1)
      }
      let straight = sum(terms)
      terms.shuffle(using: &generator)
      var first = ExactSum()
      var second = ExactSum()
      let cut = Int.random(in: 0...300, using: &generator)
      for term in terms[..<cut] { first.add(term) }
      for term in terms[cut...] { second.add(term) }
      second.add(first)
      XCTAssertEqual(straight.high.bitPattern, second.value.high.bitPattern)
      XCTAssertEqual(straight.low.bitPattern, second.value.low.bitPattern)
    }
  }

  func testManyTermsCarryInTime() {
    // Just below 4, a term fills more of a limb than any other; 2⁻⁶⁰ keeps the sum from being a
    // double.
    var sum = ExactSum()
    sum.add(0x1p-60)
    for _ in 0..<5000 { sum.add(-4.nextDown) }
    for _ in 0..<5000 { sum.add(4) }
    XCTAssertEqual(sum.value.high, 5000 * 0x1p-51 + 0x1p-60)
  }

  func testNothingSumsToZero() {
    XCTAssertEqual(ExactSum().value.high, 0)
    XCTAssertEqual(sum([0.1, 1e20, -0.1, -1e20]).high, 0)
  }

  private func sum(_ terms: [Double]) -> (high: Double, low: Double) {
    var sum = ExactSum()
    for term in terms { sum.add(term) }
    return sum.value
  }
}
