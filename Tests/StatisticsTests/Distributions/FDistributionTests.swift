import Statistics
import TestSupport
import XCTest

final class FDistributionTests: XCTestCase {
  func testTailsAgreeWithMpmathAndR() throws {
    for file in [Oracle.File.positiveDistributionsByMpmath, .positiveDistributionsByR] {
      let oracle = try Oracle(file)
      try assertAgrees(with: try oracle.table("f_lower"), relative: 1e-12) {
        try self.distribution($0).cumulativeProbability(at: try argument("x", of: $0))
      }
      try assertAgrees(with: try oracle.table("f_upper"), relative: 1e-12) {
        try self.distribution($0).upperTail(beyond: try argument("x", of: $0))
      }
    }
  }

  func testQuantilesAgreeWithMpmath() throws {
    let rows = try Oracle(.positiveDistributionsByMpmath).table("f_quantile")
    try assertAgrees(with: rows, relative: 1e-12) {
      try self.distribution($0).quantile(try argument("p", of: $0))
    }
  }

  func testOneDegreeInTheNumeratorIsTheSquareOfStudentsT() throws {
    for df in [0.7, 4.3, 58, 1e6] {
      let f = try XCTUnwrap(
        FDistribution(numeratorDegreesOfFreedom: 1, denominatorDegreesOfFreedom: df))
      let student = try XCTUnwrap(StudentT(degreesOfFreedom: df))
      for t in [0.1, 1.3, 7] {
        assertAgrees(
          f.upperTail(beyond: t * t), student.twoSidedProbability(beyond: t), relative: 1e-13)
      }
    }
  }

  func testTheEnds() throws {
    let f = try XCTUnwrap(
      FDistribution(numeratorDegreesOfFreedom: 3, denominatorDegreesOfFreedom: 41.7))
    XCTAssertEqual(f.upperTail(beyond: 0), 1)
    XCTAssertEqual(f.cumulativeProbability(at: -2), 0)
    XCTAssertEqual(f.cumulativeProbability(at: .infinity), 1)
    XCTAssertEqual(f.upperTail(beyond: .infinity), 0)
  }

  func testWhatIsUndefinedIsNil() throws {
    for df in [0, -3, .infinity, .nan] {
      XCTAssertNil(FDistribution(numeratorDegreesOfFreedom: df, denominatorDegreesOfFreedom: 9))
      XCTAssertNil(FDistribution(numeratorDegreesOfFreedom: 9, denominatorDegreesOfFreedom: df))
    }
    let f = try XCTUnwrap(
      FDistribution(numeratorDegreesOfFreedom: 3, denominatorDegreesOfFreedom: 9))
    for p in [0, 1, -0.1, 1.1, .nan] { XCTAssertNil(f.quantile(p)) }
  }

  func testQuantileAndProbabilityUndoEachOther() throws {
    let distributions: [FDistribution] = [
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

  private func distribution(_ row: [String: Double]) throws -> FDistribution {
    try XCTUnwrap(
      FDistribution(
        numeratorDegreesOfFreedom: try argument("df1", of: row),
        denominatorDegreesOfFreedom: try argument("df2", of: row)))
  }
}
