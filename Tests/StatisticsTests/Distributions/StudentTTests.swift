import Statistics
import TestSupport
import XCTest

final class StudentTTests: XCTestCase {
  func testTailsAgreeWithMpmathAndR() throws {
    for oracle in [try Oracle(.distributionsByMpmath), try Oracle(.distributionsByR)] {
      try assertAgrees(with: try oracle.table("student_t_cdf"), relative: 1e-12) {
        try self.distribution($0).cumulativeProbability(at: -(try argument("t", of: $0)))
      }
      try assertAgrees(with: try oracle.table("student_t_cdf"), relative: 1e-12) {
        try self.distribution($0).upperTail(beyond: try argument("t", of: $0))
      }
      try assertAgrees(with: try oracle.table("student_t_cdf_center"), relative: 2e-15) {
        try self.distribution($0).cumulativeProbability(at: try argument("t", of: $0))
      }
    }
  }

  func testTwoSidedProbabilitiesAgreeWithMpmathAndR() throws {
    for oracle in [try Oracle(.distributionsByMpmath), try Oracle(.distributionsByR)] {
      for sign in [1.0, -1] {
        try assertAgrees(with: try oracle.table("student_t_two_sided"), relative: 1e-13) {
          try self.distribution($0).twoSidedProbability(beyond: sign * (try argument("t", of: $0)))
        }
      }
    }
  }

  func testQuantilesAgreeWithMpmath() throws {
    let oracle = try Oracle(.distributionsByMpmath)
    try assertAgrees(with: try oracle.table("student_t_quantile"), relative: 1e-12) {
      try self.distribution($0).quantile(try argument("p", of: $0))
    }
  }

  func testQuantilesAgreeWithRWhereRAgreesWithMpmath() throws {
    // R's qt is off next to the median, at 1e-300, and for 0.7 df at 0.9999999: see the README
    // there.
    let rows = try Oracle(.distributionsByR).table("student_t_quantile").filter { row in
      let p = try argument("p", of: row)
      let isFarForFewDegrees = try argument("df", of: row) < 1 && p == 0.9999999
      return (p - 0.5).magnitude > 1e-3 && p > 1e-200 && !isFarForFewDegrees
    }
    try assertAgrees(with: rows, relative: 1e-12) {
      try self.distribution($0).quantile(try argument("p", of: $0))
    }
  }

  func testOneAndTwoDegreesOfFreedomHaveClosedForms() throws {
    // Cauchy: quantile tan(π·(p − ½)); two df: quantile (2p − 1)/√(2p·(1 − p)).
    let cauchy = try XCTUnwrap(StudentT(degreesOfFreedom: 1))
    assertAgrees(cauchy.quantile(0.75), 1, relative: 1e-15)
    assertAgrees(cauchy.cumulativeProbability(at: 1), 0.75, relative: 1e-15)
    let two = try XCTUnwrap(StudentT(degreesOfFreedom: 2))
    assertAgrees(two.quantile(0.9), 0.8 / 0.18.squareRoot(), relative: 1e-14)
    assertAgrees(two.quantile(0.1), -0.8 / 0.18.squareRoot(), relative: 1e-14)
  }

  func testQuantileAndProbabilityUndoEachOther() throws {
    for df in [0.3, 1, 3.7, 58, 999_999, 1e12, 1e300] {
      let distribution = try XCTUnwrap(StudentT(degreesOfFreedom: df))
      for p in [1e-60, 1e-9, 0.01, 0.2499, 0.2501, 0.4, 0.7, 0.9999] {
        let quantile = try XCTUnwrap(distribution.quantile(p))
        assertAgrees(
          distribution.cumulativeProbability(at: quantile), p, relative: 1e-12, "\(df) \(p)")
      }
    }
  }

  func testManyDegreesOfFreedomApproachTheNormal() throws {
    let distribution = try XCTUnwrap(StudentT(degreesOfFreedom: 1e15))
    for z in [0.3, 1.96, 8.3, 30] {
      assertAgrees(
        distribution.upperTail(beyond: z), NormalDistribution().upperTail(beyond: z),
        relative: 2e-9, "\(z)")
    }
    assertAgrees(distribution.quantile(0.975), 1.959963984540054, relative: 1e-14)
  }

  func testTheMiddleAndTheEnds() throws {
    let distribution = try XCTUnwrap(StudentT(degreesOfFreedom: 9))
    XCTAssertEqual(distribution.cumulativeProbability(at: 0), 0.5)
    XCTAssertEqual(distribution.twoSidedProbability(beyond: 0), 1)
    XCTAssertEqual(distribution.quantile(0.5), 0)
    XCTAssertEqual(distribution.cumulativeProbability(at: .infinity), 1)
    XCTAssertEqual(distribution.cumulativeProbability(at: -.infinity), 0)
    XCTAssertEqual(distribution.twoSidedProbability(beyond: -.infinity), 0)
  }

  func testWhatIsUndefinedIsNil() throws {
    for df in [0, -3, .infinity, .nan] { XCTAssertNil(StudentT(degreesOfFreedom: df)) }
    let distribution = try XCTUnwrap(StudentT(degreesOfFreedom: 9))
    for p in [0, 1, -0.1, 1.1, .nan] {
      XCTAssertNil(distribution.quantile(p))
      XCTAssertNil(distribution.criticalValue(confidenceLevel: p))
    }
    // (2p)^(−1/df)·… = 1e600 is beyond the largest double.
    XCTAssertEqual(try XCTUnwrap(StudentT(degreesOfFreedom: 0.5)).quantile(1e-300), -.infinity)
  }

  private func distribution(_ row: [String: Double]) throws -> StudentT {
    try XCTUnwrap(StudentT(degreesOfFreedom: try argument("df", of: row)))
  }
}
