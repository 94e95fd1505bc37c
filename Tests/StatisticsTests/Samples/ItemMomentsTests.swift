import TestSupport
import XCTest

@testable import Statistics

final class ItemMomentsTests: XCTestCase {
  func testMomentsAreThoseOfTheVariances() {
    // Item variances 1, 1 and 4/3, of total 5, 3 and 8 the variance 19/3; n·(n − 1) = 6.
    var moments = ItemMoments(items: 3)
    for form in [[1, 1, 3], [2, 0, 1], [3, 2, 3]] { moments.add(form) }
    XCTAssertEqual(moments.forms, 3)
    assertAgrees(
      moments.scaledSumOfItemVariances, 6 * (1 + 1 + 4.0 / 3), relative: 1e-15)
    assertAgrees(moments.scaledVarianceOfTotals, 6 * 19.0 / 3, relative: 1e-15)
  }

  func testPartsInAnyOrderAreTheWhole() throws {
    let forms = try XCTUnwrap(try ReliabilityCase.all().first).answers
    var whole = ItemMoments(items: 9)
    for form in forms { whole.add(form) }
    for cut in [0, 1, 47, forms.count] {
      var head = ItemMoments(items: 9)
      for form in forms[..<cut].reversed() { head.add(form) }
      var tail = ItemMoments(items: 9)
      for form in forms[cut...].shuffled() { tail.add(form) }
      tail.add(head)
      XCTAssertEqual(tail, whole)
    }
  }

  func testMomentsOfManyLargeCodesStayExact() {
    // The square of the sum is beyond 64 bits: half the forms have 0, half 3,000,000,000.
    var part = ItemMoments(items: 1)
    for code in [0, 3_000_000_000] { part.add([code]) }
    for _ in 0..<20 {
      let copy = part
      part.add(copy)
    }
    let forms = Double(part.forms)
    assertAgrees(
      part.scaledVarianceOfTotals, forms * forms * 9e18 / 4, relative: 1e-15)
  }
}
