import XCTest

@testable import Analysis

final class MeasureSummaryTests: XCTestCase {
  /// The lines of the follow-up come in another order, and from other people too.
  func testPairsAreMadeByParticipant() async throws {
    var cohort = SmallCohort()
    for id in ["P1", "P2", "P3", "P4"] { cohort.enroll(id) }
    cohort.record("P1", "baseline", 10, day: 0)
    cohort.record("P2", "baseline", 20, day: 0)
    cohort.record("P3", "baseline", 40, day: 0)
    cohort.record("P4", "day30", 99, day: 30)
    cohort.record("P3", "day30", 30, day: 30)
    cohort.record("P1", "day30", 9, day: 30)
    let point = try await cohort.point(1)
    XCTAssertEqual(point.scores.n, 3)
    XCTAssertEqual(point.scores.mean, 46)
    let change = try XCTUnwrap(point.change)
    XCTAssertEqual(change.test.pairs, 2)
    XCTAssertEqual(change.baselineMean, 25)
    XCTAssertEqual(change.followUpMean, 19.5)
    XCTAssertEqual(change.test.meanChange, -5.5)
  }

  func testLatestLineOfAKeyCounts() async throws {
    var cohort = SmallCohort([(10, 9)])
    cohort.record("P1", "day30", 4, day: 31)
    let point = try await cohort.point(1)
    XCTAssertEqual(point.scores.mean, 4)
    XCTAssertEqual(point.change?.test.meanChange, -6)
  }

  func testVoidedFollowUpLeavesTheBaseline() async throws {
    var cohort = SmallCohort([(10, 9), (20, 12)])
    cohort.void("P1", "day30", day: 30)
    let baseline = try await cohort.point(0)
    let point = try await cohort.point(1)
    XCTAssertEqual(baseline.scores.n, 2)
    XCTAssertEqual(point.scores.mean, 12)
    XCTAssertEqual(point.change?.test.pairs, 1)
  }

  func testVoidedBaselineLeavesTheFollowUp() async throws {
    var cohort = SmallCohort([(10, 9), (20, 12)])
    cohort.void("P2", "baseline", day: 0)
    let point = try await cohort.point(1)
    XCTAssertEqual(point.scores.n, 2)
    XCTAssertEqual(point.change?.test.pairs, 1)
    XCTAssertEqual(point.change?.test.meanChange, -1)
  }

  func testFollowUpWithoutAnyBaseline() async throws {
    let cohort = SmallCohort([(nil, 9), (nil, 12)])
    let baseline = try await cohort.point(0)
    let point = try await cohort.point(1)
    XCTAssertEqual(baseline.scores.n, 0)
    XCTAssertNil(baseline.scores.mean)
    XCTAssertEqual(baseline.denominators.notAssessed, 2)
    XCTAssertEqual(point.scores.mean, 10.5)
    XCTAssertEqual(point.change?.test.pairs, 0)
  }

  func testTimepointWithoutAnyAssessment() async throws {
    var cohort = SmallCohort()
    for id in ["P1", "P2"] {
      cohort.enroll(id)
      cohort.record(id, "baseline", 8, day: 0)
      cohort.record(id, "day90", 5, day: 90)
    }
    let empty = try await cohort.point(1)
    XCTAssertEqual(empty.scores.n, 0)
    XCTAssertNil(empty.scores.median)
    XCTAssertEqual(empty.change?.test.pairs, 0)
    XCTAssertEqual(empty.denominators.notAssessed, 2)
    let last = try await cohort.point(2)
    XCTAssertEqual(last.change?.test.pairs, 2)
  }

  func testNobodyEnrolledGivesEmptyTimepoints() async throws {
    let cohort = SmallCohort()
    let point = try await cohort.point(1)
    XCTAssertEqual(point.denominators, Denominators())
    XCTAssertEqual(point.scores.n, 0)
    let grouped = try await cohort.summary(.on(10, by: "site"))
    XCTAssertEqual(grouped.measures.map(\.group), [nil])
  }

  func testBaselineHasNoChange() async throws {
    let point = try await SmallCohort([(10, 9), (20, 12)]).point(0)
    XCTAssertNil(point.change)
  }

  func testBaselineOutsideItsWindowMakesNoPairInTheWindowOnly() async throws {
    var cohort = SmallCohort()
    cohort.enroll("P1")
    cohort.record("P1", "baseline", 8, day: 15)
    cohort.record("P1", "day30", 6, day: 30)
    let all = try await cohort.point(1)
    let inWindow = try await cohort.point(1, .on(365, inWindowOnly: true))
    XCTAssertEqual(all.change?.test.pairs, 1)
    XCTAssertEqual(inWindow.scores.n, 1)
    XCTAssertEqual(inWindow.change?.test.pairs, 0)
  }
}
