import XCTest

@testable import Analysis

final class FollowedScoresTests: XCTestCase {
  /// P1 is scored at day 30 alone, P2 at both, P3 at none, P4 only after baseline, P5 enrolled
  /// late.
  func testEverybodysOwnLastFollowUpIsTaken() throws {
    let scores = try followed(.lastOfEach, on: 365)
    XCTAssertEqual(scores.timepoint, [1, 2, -1, 2, -1])
    XCTAssertEqual((0..<5).map(scores.isPair), [true, true, false, false, false])
    XCTAssertEqual(scores.isDue, [true, true, true, true, false])
  }

  func testOneTimepointTakesNoOther() throws {
    let scores = try followed(.timepoint(2), on: 365)
    XCTAssertEqual(scores.timepoint, [-1, 2, -1, 2, -1])
    XCTAssertEqual(try followed(.timepoint(1), on: 365).timepoint, [1, 1, -1, -1, -1])
  }

  /// On day 100 the window of day 90 is open: nobody can be called lost there.
  func testNobodyIsDueWhileTheLastWindowIsOpen() throws {
    let scores = try followed(.lastOfEach, on: 100)
    XCTAssertEqual(scores.timepoint, [1, 2, -1, 2, -1])
    XCTAssertEqual(Array(scores.isDue.prefix(4)), [true, true, false, true])
  }

  private func followed(_ choice: FollowUpChoice, on day: Int) throws -> FollowedScores {
    var cohort = SmallCohort()
    for id in ["P1", "P2", "P3", "P4"] { cohort.enroll(id) }
    cohort.enroll("P5", day: 340)
    for id in ["P1", "P2", "P3"] { cohort.record(id, "baseline", 8, day: 0) }
    cohort.record("P1", "day30", 6, day: 30)
    cohort.record("P2", "day30", 7, day: 30)
    cohort.record("P2", "day90", 5, day: 90)
    cohort.record("P4", "day90", 4, day: 90)
    return FollowedScores(
      SelectedCohort(try cohort.table, .on(day)), instrument: 0, choice)
  }
}
