import XCTest

@testable import Statistics

final class MeanStructureTests: XCTestCase {
  func testCellMeansHaveAnEffectForEachTimepointOfEachGroup() {
    let mean = MeanStructure.cellMeans(timepoints: 2, groups: 2)
    XCTAssertEqual(mean.effects, 4)
    XCTAssertEqual(mean.timepoints, 2)
    XCTAssertEqual(mean.designs[0], Matrix([[1, 0, 0, 0], [0, 1, 0, 0]]))
    XCTAssertEqual(mean.designs[1], Matrix([[0, 0, 1, 0], [0, 0, 0, 1]]))
  }

  func testACommonBaselineIsTheFirstEffectOfAllGroups() {
    let mean = MeanStructure.commonBaseline(timepoints: 3, groups: 2)
    XCTAssertEqual(mean.designs[0], Matrix([[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0]]))
    XCTAssertEqual(mean.designs[1], Matrix([[1, 0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]]))
  }

  func testLinesHaveAnInterceptAndASlopeForEachGroup() {
    let mean = MeanStructure.lines(days: [0, 30], groups: 2)
    XCTAssertEqual(mean.designs[0], Matrix([[1, 0, 0, 0], [1, 30, 0, 0]]))
    XCTAssertEqual(mean.designs[1], Matrix([[0, 0, 1, 0], [0, 0, 1, 30]]))
  }
}
