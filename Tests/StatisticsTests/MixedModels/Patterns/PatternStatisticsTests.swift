import TestSupport
import XCTest

@testable import Statistics

final class PatternStatisticsTests: XCTestCase {
  func testMomentsOfTheInventedCohortAgreeWithExactFractionsInPython() throws {
    let oracle = try ModelOracle()
    for instrument in ["PHQ-9", "GAD-7", "UCLA-20", "UCLA-3", "WHO-5", "HRQOL-4"] {
      let moments = try InventedCohort(instrument).statisticsByGroup.moments
      let expected = try XCTUnwrap(oracle.cohorts["dev300 \(instrument)"])
      XCTAssertEqual(moments.count, expected.count)
      for actual in moments {
        let twin = try XCTUnwrap(
          expected.first { $0.group == actual.group && $0.observed == actual.observed })
        XCTAssertEqual(actual, twin, instrument)
      }
    }
  }

  func testShufflingAndSplittingChangeNoBit() {
    var generator = SeededGenerator(seed: 21)
    for step in [1, 0.1, 1.0 / 3] {
      let rows = (0..<400).map { _ in row(&generator, step: step) }
      let straight = statistics(rows).moments
      let shuffled = rows.shuffled(using: &generator)
      XCTAssertEqual(statistics(shuffled).moments, straight)
      var pieces = statistics(Array(shuffled[..<37]))
      pieces.add(statistics(Array(shuffled[37..<200])))
      pieces.add(columns(Array(shuffled[200...])), groups: shuffled[200...].map(\.group))
      XCTAssertEqual(pieces.moments, straight)
    }
  }

  func testTenthsFarFromZeroKeepTheirVariance() throws {
    // The differences from 1e9 are exact, and small enough for the two-pass variance, held against
    // R.
    var generator = SeededGenerator(seed: 23)
    let scores = (0..<101).map { _ in 1e9 + Double(Int.random(in: 0...27, using: &generator)) / 10 }
    let variance = try XCTUnwrap(FrequencyTable(scores.map { $0 - 1e9 }).variance)
    let moments = PatternStatistics(columns: [scores]).moments[0]
    assertAgrees(moments.crossProducts[0, 0], variance * 100, relative: 1e-12)
  }

  func testLargeScoresKeepTheirDigits() {
    // The variance of 4, 7, 13, 16 is 30 wherever they lie.
    let statistics = PatternStatistics(columns: [[4, 7, 13, 16].map { $0 + 1e9 }])
    XCTAssertEqual(statistics.moments[0].means, [1e9 + 10])
    XCTAssertEqual(statistics.moments[0].crossProducts, Matrix([[90]]))
  }

  func testParticipantsAreCountedByTimepointAndGroup() {
    let statistics = PatternStatistics(
      columns: [[1, .nan, 3, .nan], [.nan, .nan, 4, 5]], groups: [0, 0, 1, 1], numberOfGroups: 2)
    XCTAssertEqual(statistics.participants(), 3)
    XCTAssertEqual(statistics.participants(group: 1), 2)
    XCTAssertEqual(statistics.participants(scoredAt: 0), 2)
    XCTAssertEqual(statistics.participants(scoredAt: 0, group: 1), 1)
    XCTAssertEqual(statistics.moments.map(\.observed.timepoints), [[0], [1], [0, 1]])
  }

  func testNobodyHasNoMoments() {
    XCTAssertEqual(PatternStatistics(timepoints: 3).moments, [])
    XCTAssertEqual(PatternStatistics(columns: [[.nan, .infinity]]).moments, [])
  }

  private struct Row {
    let group: Int
    let scores: [Double]
  }

  private func row(_ generator: inout SeededGenerator, step: Double) -> Row {
    let scores = (0..<3).map { _ in
      Bool.random(using: &generator)
        ? .nan : Double(Int.random(in: 0...27, using: &generator)) * step
    }
    return Row(group: Int.random(in: 0...1, using: &generator), scores: scores)
  }

  private func columns(_ rows: [Row]) -> [[Double]] {
    (0..<3).map { timepoint in rows.map { $0.scores[timepoint] } }
  }

  private func statistics(_ rows: [Row]) -> PatternStatistics {
    PatternStatistics(columns: columns(rows), groups: rows.map(\.group), numberOfGroups: 2)
  }
}
