import Statistics
import TestSupport
import XCTest

final class NormalDistributionTests: XCTestCase {
  private let normal = NormalDistribution()

  func testTailsAgreeWithMpmathAndR() throws {
    for oracle in [try Oracle(.distributionsByMpmath), try Oracle(.distributionsByR)] {
      try assertAgrees(with: try oracle.table("normal_cdf"), relative: 5e-13) {
        normal.cumulativeProbability(at: -(try argument("z", of: $0)))
      }
      try assertAgrees(with: try oracle.table("normal_cdf"), relative: 5e-13) {
        normal.upperTail(beyond: try argument("z", of: $0))
      }
      try assertAgrees(with: try oracle.table("normal_cdf_center"), relative: 1e-15) {
        normal.cumulativeProbability(at: try argument("z", of: $0))
      }
    }
  }

  func testQuantilesAgreeWithMpmathAndR() throws {
    for oracle in [try Oracle(.distributionsByMpmath), try Oracle(.distributionsByR)] {
      try assertAgrees(with: try oracle.table("normal_quantile"), relative: 5e-15) {
        normal.quantile(try argument("p", of: $0))
      }
    }
  }

  func testCriticalValueOfTheReliableChangeIndexAgreesWithR() {
    assertAgrees(normal.criticalValue(confidenceLevel: 0.95), 1.959963984540054, relative: 1e-15)
  }

  func testFartherThanAnyProbability() {
    XCTAssertEqual(normal.upperTail(beyond: 100), 0)
    XCTAssertEqual(normal.upperTail(beyond: .infinity), 0)
    XCTAssertEqual(normal.cumulativeProbability(at: .infinity), 1)
    XCTAssertEqual(normal.cumulativeProbability(at: -.infinity), 0)
  }
}
