import Statistics
import XCTest

final class ChiSquaredDistributionTests: XCTestCase {
  func testTailsAgreeWithMpmathAndR() throws {
    for file in [Oracle.File.positiveDistributionsByMpmath, .positiveDistributionsByR] {
      let oracle = try Oracle(file)
      try assertAgrees(with: try oracle.table("chi_squared_lower"), relative: 1e-12) {
        try self.distribution($0).cumulativeProbability(at: try argument("x", of: $0))
      }
      try assertAgrees(with: try oracle.table("chi_squared_upper"), relative: 1e-12) {
        try self.distribution($0).upperTail(beyond: try argument("x", of: $0))
      }
    }
  }

  func testQuantilesAgreeWithMpmath() throws {
    let rows = try Oracle(.positiveDistributionsByMpmath).table("chi_squared_quantile")
    try assertAgrees(with: rows, relative: 1e-12) {
      try self.distribution($0).quantile(try argument("p", of: $0))
    }
  }

  func testTwoDegreesOfFreedomAreExponential() throws {
    // P(X > x) = exp(−x/2): the median is 2·ln 2.
    let distribution = try XCTUnwrap(ChiSquaredDistribution(degreesOfFreedom: 2))
    assertAgrees(distribution.quantile(0.5), 1.3862943611198906, relative: 1e-15)
    assertAgrees(distribution.upperTail(beyond: 1.3862943611198906), 0.5, relative: 1e-15)
  }

  func testWhatIsUndefinedIsNil() throws {
    for df in [0, -3, .infinity, .nan] {
      XCTAssertNil(ChiSquaredDistribution(degreesOfFreedom: df))
    }
    let distribution = try XCTUnwrap(ChiSquaredDistribution(degreesOfFreedom: 3))
    for p in [0, 1, -0.1, 1.1, .nan] { XCTAssertNil(distribution.quantile(p)) }
    XCTAssertEqual(distribution.upperTail(beyond: -1), 1)
    XCTAssertEqual(distribution.upperTail(beyond: .infinity), 0)
  }

  private func distribution(_ row: [String: Double]) throws -> ChiSquaredDistribution {
    try XCTUnwrap(ChiSquaredDistribution(degreesOfFreedom: try argument("df", of: row)))
  }
}
