import TestSupport
import XCTest

@testable import Statistics

final class CholeskyFactorTests: XCTestCase {
  // L = (2, 0, 0; 1, 3, 0; −1, 2, 1), so |A| = 36 and A is known in whole numbers.
  private let matrix = Matrix([[4, 2, -2], [2, 10, 5], [-2, 5, 6]])

  func testFactorDeterminantAndSolutionByHand() throws {
    let factor = try XCTUnwrap(CholeskyFactor(matrix))
    XCTAssertEqual(factor.diagonal, [2, 3, 1])
    assertAgrees(factor.logarithmOfDeterminant, 3.58351893845611, relative: 1e-15)  // ln 36
    // A·(1, 2, −1) = (10, 17, 2).
    for (actual, expected) in zip(factor.solve([10, 17, 2]), [1.0, 2, -1]) {
      assertAgrees(actual, expected, relative: 1e-15)
    }
  }

  func testTheInverseUndoesTheMatrix() throws {
    let inverse = try XCTUnwrap(CholeskyFactor(matrix)).inverse
    XCTAssertEqual(inverse, inverse.transposed)
    let product = inverse * matrix
    for row in 0..<3 {
      for column in 0..<3 {
        assertAgrees(product[row, column], row == column ? 1 : 0, relative: 1e-14, scale: 1)
      }
    }
  }

  func testWhatIsNotPositiveDefiniteHasNoFactor() {
    XCTAssertNil(CholeskyFactor(Matrix([[1, 2], [2, 1]])))
    XCTAssertNil(CholeskyFactor(Matrix([[1, 1], [1, 1 + 1e-13]])))
    XCTAssertNil(CholeskyFactor(Matrix([[0]])))
    XCTAssertNil(CholeskyFactor(Matrix([[.nan]])))
    XCTAssertNil(CholeskyFactor(Matrix([[.infinity]])))
    XCTAssertNotNil(CholeskyFactor(Matrix([[1e-200, 0], [0, 1e200]])))
  }
}
