import Statistics
import XCTest

final class ModelFailureTests: XCTestCase {
  func testNobodyAtATimepoint() {
    assertFails([[1, 2, 3, 5], [.nan, .nan, .nan, .nan]], .noScores(group: 0, timepoint: 1))
    assertFails([[], []], .noScores(group: 0, timepoint: 0))
  }

  func testNobodyOfAGroup() {
    let statistics = PatternStatistics(
      columns: [[1, 2, 4, 3], [2, 2, 5, 1]], groups: [0, 0, 0, 0], numberOfGroups: 2)
    assertFails(statistics, .noScores(group: 1, timepoint: 0))
  }

  func testTimepointsThatNobodyHasBothOf() {
    let nan = Double.nan
    assertFails(
      [[1, 2, 4, 3, 5, 6], [2, 2, 5, nan, nan, nan], [nan, nan, nan, 1, 3, 2]],
      .neverScoredTogether(1, 2))
  }

  func testScoresThatAreAllEqual() {
    assertFails([[0, 0, 0, 0], [1, 2, 4, 3]], .noVariation(timepoint: 0))
    assertFails([[1, 2, 4, 3], [64.4, 64.4, 64.4, .nan]], .noVariation(timepoint: 1))
    assertFails([[5]], .notIdentified)
  }

  func testPerfectCorrelation() {
    assertFails([[1, 2, 4, 3], [3, 5, 9, 7]], .covarianceNotPositiveDefinite)
    assertFails([[1, 2, 4, 3, 8], [9, 8, 6, 7, .nan]], .covarianceNotPositiveDefinite)
  }

  func testTwoParticipantsHaveOneDirectionOfSpread() {
    assertFails([[1, 2], [2, 4]], .covarianceNotPositiveDefinite)
  }

  func testAsManyTimepointsAsParticipants() {
    assertFails([[1, 5, 3], [2, 1, 4], [3, 3, 8]], .covarianceNotPositiveDefinite)
  }

  func testRandomSlopesNeedThreeTimepoints() {
    let statistics = PatternStatistics(columns: [[1, 5, 3, 2, 6], [2, 1, 4, 4, 5]])
    XCTAssertThrowsError(
      try GrowthCurve(statistics, days: [0, 30], randomEffects: .interceptAndSlope)
    ) { XCTAssertEqual($0 as? ModelFailure, .slopesNeedThreeDays) }
  }

  func testTimepointsOnOneDayHaveNoSlope() {
    let statistics = PatternStatistics(columns: [[1, 5, 3, 2, 6], [2, 1, 4, 4, 5]])
    XCTAssertThrowsError(try GrowthCurve(statistics, days: [30, 30], randomEffects: .intercept)) {
      XCTAssertEqual($0 as? ModelFailure, .notIdentified)
    }
  }

  private func assertFails(
    _ columns: [[Double]], _ failure: ModelFailure, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    assertFails(PatternStatistics(columns: columns), failure, file: file, line: line)
  }

  private func assertFails(
    _ statistics: PatternStatistics, _ failure: ModelFailure, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    XCTAssertThrowsError(try RepeatedMeasuresModel(statistics), file: file, line: line) {
      XCTAssertEqual($0 as? ModelFailure, failure, file: file, line: line)
    }
  }
}
