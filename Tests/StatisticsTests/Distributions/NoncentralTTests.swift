import Statistics
import TestSupport
import XCTest

final class NoncentralTTests: XCTestCase {
  func testTailsAgreeWithMpmath() throws {
    for row in try Oracle(.noncentralTByMpmath).table("noncentral_t") {
      let distribution = try distribution(row)
      let t = try argument("t", of: row)
      for (actual, name) in [
        (distribution.cumulativeProbability(at: t), "lower"),
        (distribution.upperTail(beyond: t), "upper"),
      ] {
        let expected = try argument(name, of: row)
        // Below 1e-290 the parts of the integral leave the range of a Double.
        guard expected > 1e-290 else { continue }
        assertAgrees(actual, expected, relative: 1e-12, "\(name) \(row)")
      }
    }
  }

  func testNoNoncentralityIsStudentsT() throws {
    for df in [0.7, 4.3, 58, 1e6] {
      let distribution = try XCTUnwrap(NoncentralT(degreesOfFreedom: df, noncentrality: 0))
      let student = try XCTUnwrap(StudentT(degreesOfFreedom: df))
      for t in [-7, -0.2, 0, 1.3, 24] {
        assertAgrees(
          distribution.upperTail(beyond: t), student.upperTail(beyond: t), relative: 1e-12)
        assertAgrees(
          distribution.cumulativeProbability(at: t), student.cumulativeProbability(at: t),
          relative: 1e-12)
      }
    }
  }

  func testBothSignsTurnedAreTheOtherTail() throws {
    for (t, df, noncentrality) in [(3.0, 7.5, 2.0), (-3, 7.5, 2), (1, 2, -4), (9, 1, 60)] {
      let distribution = try XCTUnwrap(
        NoncentralT(degreesOfFreedom: df, noncentrality: noncentrality))
      let turned = try XCTUnwrap(NoncentralT(degreesOfFreedom: df, noncentrality: -noncentrality))
      XCTAssertEqual(distribution.upperTail(beyond: t), turned.cumulativeProbability(at: -t))
    }
  }

  func testWhatIsUndefinedIsNil() {
    for df in [0, -3, .infinity, .nan] {
      XCTAssertNil(NoncentralT(degreesOfFreedom: df, noncentrality: 1))
    }
    for noncentrality in [Double.infinity, .nan] {
      XCTAssertNil(NoncentralT(degreesOfFreedom: 3, noncentrality: noncentrality))
    }
  }

  private func distribution(_ row: [String: Double]) throws -> NoncentralT {
    try XCTUnwrap(
      NoncentralT(
        degreesOfFreedom: try argument("df", of: row), noncentrality: try argument("ncp", of: row)))
  }
}
