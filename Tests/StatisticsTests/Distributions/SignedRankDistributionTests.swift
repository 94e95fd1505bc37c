import Statistics
import TestSupport
import XCTest

final class SignedRankDistributionTests: XCTestCase {
  func testProbabilitiesAgreeWithR() throws {
    let rows = try Oracle(.signedRankByR).table("cumulative")
    try assertAgrees(with: rows, relative: 1e-13) { row in
      try self.distribution(row).cumulativeProbability(at: Int(try argument("v", of: row)))
    }
  }

  func testQuantilesAgreeWithR() throws {
    for row in try Oracle(.signedRankByR).table("quantile") {
      XCTAssertEqual(
        try distribution(row).quantile(try argument("p", of: row)),
        Int(try argument("value", of: row)), "\(row)")
    }
  }

  func testBothTailsAreEverything() throws {
    let distribution = try XCTUnwrap(SignedRankDistribution(size: 9))
    for v in -1...46 {
      XCTAssertEqual(
        distribution.cumulativeProbability(at: v) + distribution.upperTail(beyond: v), 1)
    }
    XCTAssertEqual(distribution.cumulativeProbability(at: -1), 0)
    XCTAssertEqual(distribution.cumulativeProbability(at: 0), 1.0 / 512)
    XCTAssertEqual(distribution.cumulativeProbability(at: 45), 1)
  }

  func testWhatIsUndefinedIsNil() throws {
    for size in [-1, 0, 63] { XCTAssertNil(SignedRankDistribution(size: size)) }
    let distribution = try XCTUnwrap(SignedRankDistribution(size: 62))
    XCTAssertEqual(distribution.cumulativeProbability(at: 62 * 63 / 2), 1)
    for p in [-0.1, 1.1, .nan] { XCTAssertNil(distribution.quantile(p)) }
  }

  private func distribution(_ row: [String: Double]) throws -> SignedRankDistribution {
    try XCTUnwrap(SignedRankDistribution(size: Int(try argument("n", of: row))))
  }
}
