import Statistics
import XCTest

final class PositiveDistributionTests: XCTestCase {
  func testQuantileAndProbabilityUndoEachOther() throws {
    let distributions: [any PositiveDistribution] = [
      try XCTUnwrap(ChiSquaredDistribution(degreesOfFreedom: 0.7)),
      try XCTUnwrap(ChiSquaredDistribution(degreesOfFreedom: 599)),
      try XCTUnwrap(
        FDistribution(numeratorDegreesOfFreedom: 599, denominatorDegreesOfFreedom: 4792)),
      try XCTUnwrap(FDistribution(numeratorDegreesOfFreedom: 2.5, denominatorDegreesOfFreedom: 6)),
    ]
    for distribution in distributions {
      for p in [1e-60, 1e-9, 0.01, 0.49, 0.51, 0.9999] {
        let quantile = try XCTUnwrap(distribution.quantile(p))
        assertAgrees(
          distribution.cumulativeProbability(at: quantile), p, relative: 1e-12, "\(p)")
      }
    }
  }

  func testAQuantileBeyondADoubleIsTheLastOne() throws {
    // P(F ≤ f) is about f^0.005 below 1, and P(F > f) about f^−0.005 above.
    let f = try XCTUnwrap(
      FDistribution(numeratorDegreesOfFreedom: 0.01, denominatorDegreesOfFreedom: 0.01))
    XCTAssertLessThan(try XCTUnwrap(f.quantile(1e-9)), 1e-300)
    XCTAssertGreaterThan(try XCTUnwrap(f.quantile(1 - 1e-9)), 1e300)
  }
}
