import XCTest

@testable import Statistics

final class CovarianceStructureTests: XCTestCase {
  func testUnstructuredHasOneParameterForEachElement() {
    let structure = CovarianceStructure.unstructured(timepoints: 3)
    XCTAssertEqual(
      structure.matrix([1, 2, 3, 4, 5, 6]), Matrix([[1, 2, 4], [2, 3, 5], [4, 5, 6]]))
    XCTAssertEqual(structure.independence([7, 8, 9]), [7, 0, 8, 0, 0, 9])
  }

  func testRandomInterceptsAreSharedByAllScores() {
    let structure = CovarianceStructure.randomIntercept(timepoints: 2)
    XCTAssertEqual(structure.matrix([5, 2]), Matrix([[7, 5], [5, 7]]))
    XCTAssertEqual(structure.independence([2, 4]), [0, 3])
  }

  func testRandomSlopesGrowWithTheDays() {
    // Var = 5 + 2·day·1 + day²·3 + 2, covariance with day 0 = 5 + day·1.
    let structure = CovarianceStructure.randomInterceptAndSlope(days: [0, 2])
    XCTAssertEqual(structure.matrix([5, 1, 3, 2]), Matrix([[7, 7], [7, 23]]))
    XCTAssertEqual(structure.independence([2, 4]), [0, 0, 0, 3])
  }
}
