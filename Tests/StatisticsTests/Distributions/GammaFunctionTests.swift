import TestSupport
import XCTest

@testable import Statistics

final class GammaFunctionTests: XCTestCase {
  func testStirlingRemainderAgreesWithMpmath() throws {
    for row in try Oracle(.distributionsByMpmath).table("stirling_remainder") {
      let remainder = GammaFunction.stirlingRemainder(try argument("x", of: row))
      XCTAssertEqual(remainder, try argument("value", of: row), accuracy: 3e-15, "\(row)")
    }
  }

  func testBothTailsAgreeWithMpmathAndR() throws {
    for oracle in [try Oracle(.distributionsByMpmath), try Oracle(.distributionsByR)] {
      try assertAgrees(with: try oracle.table("gamma_lower"), relative: 1e-12) {
        GammaFunction.regularized(
          shape: try argument("a", of: $0), at: try argument("x", of: $0)
        ).lower
      }
      try assertAgrees(with: try oracle.table("gamma_upper"), relative: 1e-12) {
        GammaFunction.regularized(
          shape: try argument("a", of: $0), at: try argument("x", of: $0)
        ).upper
      }
    }
  }

  func testTheEndsOfTheRange() {
    let nothing = GammaFunction.regularized(shape: 2, at: 0)
    XCTAssertEqual([nothing.lower, nothing.upper], [0, 1])
    let everything = GammaFunction.regularized(shape: 2, at: .infinity)
    XCTAssertEqual([everything.lower, everything.upper], [1, 0])
  }

  func testKernelIsTheClosedFormForShapeOne() {
    // x·e^−x, at x = 1 and 2.
    assertAgrees(
      GammaFunction.regularized(shape: 1, at: 1).kernel, 0.36787944117144233, relative: 1e-15)
    assertAgrees(
      GammaFunction.regularized(shape: 1, at: 2).kernel, 0.2706705664732254, relative: 2e-15)
  }
}
