import TestSupport
import XCTest

@testable import Statistics

final class BetaFunctionTests: XCTestCase {
  func testLogarithmAgreesWithMpmathAndR() throws {
    for oracle in [try Oracle(.distributionsByMpmath), try Oracle(.distributionsByR)] {
      for row in try oracle.table("log_beta") {
        // An exponent needs absolute digits, where the logarithm is near 0.
        assertAgrees(
          BetaFunction.logarithm(try argument("a", of: row), try argument("b", of: row)),
          try argument("value", of: row), relative: 2e-15, scale: 2, "\(row)")
      }
    }
  }

  func testBothTailsAgreeWithMpmathAndR() throws {
    for oracle in [try Oracle(.distributionsByMpmath), try Oracle(.distributionsByR)] {
      try assertAgrees(with: try oracle.table("beta_lower"), relative: 1e-12) {
        try self.regularized($0).lower
      }
      try assertAgrees(with: try oracle.table("beta_upper"), relative: 1e-12) {
        try self.regularized($0).upper
      }
    }
  }

  func testSwappingTheEndsSwapsTheTails() {
    for (a, b, x) in [(0.5, 3.0, 0.3), (7.0, 7.0, 0.5), (1e5, 0.5, 0.75), (2.0, 1e4, 0.001)] {
      let straight = BetaFunction.regularized(a, b, at: x, complement: 1 - x)
      let swapped = BetaFunction.regularized(b, a, at: 1 - x, complement: x)
      assertAgrees(straight.lower, swapped.upper, relative: 2e-15)
      assertAgrees(straight.upper, swapped.lower, relative: 2e-15)
      assertAgrees(straight.kernel, swapped.kernel, relative: 1e-15)
    }
  }

  func testTheComplementDecidesWhereXIsNextToOne() {
    // I_x(a, 1) = x^a; at 1 − x = 1e-18, a = 1e18 that is 1/e, though x itself rounds to 1.
    let split = BetaFunction.regularized(1e18, 1, at: 1, complement: 1e-18)
    assertAgrees(split.lower, 0.36787944117144233, relative: 1e-14)
  }

  func testTheEndsOfTheRange() {
    let nothing = BetaFunction.regularized(2, 3, at: 0, complement: 1)
    XCTAssertEqual([nothing.lower, nothing.upper, nothing.kernel], [0, 1, 0])
    let everything = BetaFunction.regularized(2, 3, at: 1, complement: 0)
    XCTAssertEqual([everything.lower, everything.upper, everything.kernel], [1, 0, 0])
  }

  private func regularized(_ row: [String: Double]) throws -> IncompleteIntegral {
    let x = try argument("x", of: row)
    return BetaFunction.regularized(
      try argument("a", of: row), try argument("b", of: row), at: x, complement: 1 - x)
  }
}
