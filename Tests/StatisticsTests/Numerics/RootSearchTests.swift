import TestSupport
import XCTest

@testable import Statistics

final class RootSearchTests: XCTestCase {
  func testRootsAgreeWithTheirClosedForms() {
    assertAgrees(
      RootSearch.root(between: 0, 3) { $0 * $0 * $0 - 2 }, 1.2599210498948732, relative: 1e-15)
    assertAgrees(
      RootSearch.root(between: 3, 0) { 2 - $0 * $0 * $0 }, 1.2599210498948732, relative: 1e-15)
    XCTAssertEqual(RootSearch.root(between: -1, 1) { $0 }, 0)
  }

  func testARootAtAnEndIsFound() {
    assertAgrees(RootSearch.root(between: 0, 3) { $0 - 3 }, 3, relative: 1e-15)
    assertAgrees(RootSearch.root(between: 0, 3) { $0 }, 0, relative: 0, scale: 1)
  }

  func testAFlatAndAJumpingFunctionAreNoTrap() {
    // Flat to the last bit around most of the interval, then steep: bisection has to do the work.
    assertAgrees(
      RootSearch.root(between: -100, 100) { $0 < 7.25 ? -1 : 1e9 }, 7.25, relative: 1e-15)
    let power = RootSearch.root(between: -1, 4) { x in
      let cube = (x - 0.5) * (x - 0.5) * (x - 0.5)
      return cube * cube * cube
    }
    assertAgrees(power, 0.5, relative: 1e-15, scale: 1)
  }

  func testEndsAreFoundFromFarOnEitherSide() {
    for start in [-5000.0, 0, 17, 5000] {
      let root = RootSearch.root(from: start, step: 0.5, ofIncreasing: { $0 - 17 })
      assertAgrees(root, 17, relative: 1e-15, "\(start)")
    }
  }
}
