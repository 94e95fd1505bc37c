import Foundation
import TestSupport
import XCTest

@testable import Statistics

/// The double exponential distribution: P(|X| > m) = e^−m, so that everything has a closed form.
private struct LaplaceDistribution: SymmetricDistribution {
  func split(at magnitude: Double) -> IncompleteIntegral {
    let upper = exp(-magnitude)
    return IncompleteIntegral(
      lower: -expm1(-magnitude), upper: upper, kernel: magnitude * upper / 2)
  }

  // Farther out than need be, so that there is something left to solve.
  func upperBound(exceededWithProbability probability: Double) -> Double { 3 - log(probability) }
}

final class SymmetricDistributionTests: XCTestCase {
  private let laplace = LaplaceDistribution()

  func testBothSidesFollowFromTheClosedFormOfLaplace() {
    XCTAssertEqual(laplace.cumulativeProbability(at: -40), exp(-40) / 2)
    XCTAssertEqual(laplace.upperTail(beyond: 40), exp(-40) / 2)
    XCTAssertEqual(laplace.cumulativeProbability(at: 2), 1 - exp(-2) / 2, accuracy: 1e-16)
    XCTAssertEqual(laplace.upperTail(beyond: -2), 1 - exp(-2) / 2, accuracy: 1e-16)
    XCTAssertEqual(laplace.twoSidedProbability(beyond: -2), exp(-2))
  }

  func testQuantilesAreTheClosedFormOfLaplace() {
    for p in [1e-300, 1e-10, 0.1, 0.25, 0.4, 0.499999] {
      // ln 2p, through 2p − 1 as p nears ½.
      let expected = p > 0.25 ? log1p(2 * (p - 0.5)) : log(2 * p)
      assertAgrees(laplace.quantile(p), expected, relative: 1e-15, "\(p)")
    }
    for p in [0.5 + 1e-9, 0.6, 0.75, 0.9, 1 - 1e-12] {
      let expected = p < 0.75 ? -log1p(2 * (0.5 - p)) : -log(2 * (1 - p))
      assertAgrees(laplace.quantile(p), expected, relative: 1e-15, "\(p)")
    }
    XCTAssertEqual(laplace.quantile(0.5), 0)
  }

  func testCriticalValueLeavesHalfOfTheRestOnEachSide() {
    assertAgrees(laplace.criticalValue(confidenceLevel: 0.5), log(2), relative: 1e-15)
    XCTAssertNil(laplace.criticalValue(confidenceLevel: 1))
    XCTAssertNil(laplace.criticalValue(confidenceLevel: 0))
  }
}
