import XCTest

@testable import Analysis

/// Where one participant stands at day 30, whose window is from day 23 to day 44 after enrollment.
final class ScoreStatusTests: XCTestCase {
  func testNotDueUntilTheWindowHasClosed() throws {
    let cohort = enrolled()
    for day in [0, 22, 23, 30, 44] {
      XCTAssertEqual(try status(cohort, .on(day)), .notDue, "day \(day)")
    }
    XCTAssertEqual(try status(cohort, .on(45)), .notAssessed)
  }

  func testDaysAreCountedFromEnrollment() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", day: 10)
    XCTAssertEqual(try status(cohort, .on(54)), .notDue)
    XCTAssertEqual(try status(cohort, .on(55)), .notAssessed)
  }

  func testScoredInTheWindowFromItsFirstToItsLastDay() throws {
    for (day, inWindow) in [(22, false), (23, true), (44, true), (45, false)] {
      var cohort = enrolled()
      cohort.record("P1", "day30", 7, day: day)
      XCTAssertEqual(try status(cohort), .scored(0, inWindow: inWindow), "day \(day)")
      XCTAssertEqual(
        try status(cohort, .on(365, inWindowOnly: true)),
        inWindow ? .scored(0, inWindow: true) : .outsideWindow, "day \(day)")
    }
  }

  func testTooFewAnswersAreNotScorable() throws {
    var cohort = enrolled()
    cohort.instruments = ["ucla-3"]
    cohort.recordTooFew("P1", "day30", day: 30)
    XCTAssertEqual(try status(cohort), .notScorable)
    XCTAssertEqual(try status(cohort, .on(365, inWindowOnly: true)), .notScorable)
  }

  func testTooFewAnswersOutsideTheWindowAreOutsideTheWindow() throws {
    var cohort = enrolled()
    cohort.instruments = ["ucla-3"]
    cohort.recordTooFew("P1", "day30", day: 50)
    XCTAssertEqual(try status(cohort), .notScorable)
    XCTAssertEqual(try status(cohort, .on(365, inWindowOnly: true)), .outsideWindow)
  }

  /// A score may still follow while the window is open: nobody is lost to follow-up before.
  func testWithoutAScoreThatCountsNobodyIsDueWhileTheWindowIsOpen() throws {
    var tooFew = enrolled()
    tooFew.instruments = ["ucla-3"]
    tooFew.recordTooFew("P1", "day30", day: 30)
    var early = enrolled()
    early.record("P1", "day30", 7, day: 20)
    for (cohort, inWindowOnly, closed) in [
      (tooFew, false, ScoreStatus.notScorable), (early, true, .outsideWindow),
    ] {
      for day in [30, 44] {
        let selection = CohortSelection.on(day, inWindowOnly: inWindowOnly)
        XCTAssertEqual(try status(cohort, selection), .notDue, "day \(day)")
      }
      XCTAssertEqual(try status(cohort, .on(45, inWindowOnly: inWindowOnly)), closed)
      // Withdrawal ends the waiting.
      var left = cohort
      left.withdraw("P1", day: 40)
      XCTAssertEqual(try status(left, .on(39, inWindowOnly: inWindowOnly)), .notDue)
      XCTAssertEqual(try status(left, .on(40, inWindowOnly: inWindowOnly)), closed)
    }
  }

  func testNothingLaterThanTheDayOfTheQuestionIsKnown() throws {
    var cohort = enrolled()
    cohort.record("P1", "day30", 7, day: 40)
    XCTAssertEqual(try status(cohort, .on(39)), .notDue)
    XCTAssertEqual(try status(cohort, .on(40)), .scored(0, inWindow: true))

    var late = enrolled()
    late.record("P1", "day30", 7, day: 60)
    XCTAssertEqual(try status(late, .on(59)), .notAssessed)
    XCTAssertEqual(try status(late, .on(60)), .scored(0, inWindow: false))
  }

  func testWithdrawnBeforeTheWindowClosed() throws {
    for (day, expected) in [(20, ScoreStatus.withdrawn), (44, .withdrawn), (45, .notAssessed)] {
      var cohort = enrolled()
      cohort.withdraw("P1", day: day)
      XCTAssertEqual(try status(cohort), expected, "withdrawn on day \(day)")
    }
  }

  func testWithdrawalAfterTheDayOfTheQuestionIsNotKnown() throws {
    var cohort = enrolled()
    cohort.withdraw("P1", day: 30)
    XCTAssertEqual(try status(cohort, .on(29)), .notDue)
    XCTAssertEqual(try status(cohort, .on(30)), .withdrawn)
  }

  func testAssessmentCountsUntilTheDayOfWithdrawal() throws {
    for (withdrawal, expected) in [
      (31, ScoreStatus.scored(0, inWindow: true)), (30, .scored(0, inWindow: true)),
      (29, .withdrawn),
    ] {
      var cohort = enrolled()
      cohort.record("P1", "day30", 7, day: 30)
      cohort.withdraw("P1", day: withdrawal)
      XCTAssertEqual(try status(cohort), expected, "withdrawn on day \(withdrawal)")
    }
  }

  func testAssessmentAfterWithdrawalAndWindowIsNoAssessment() throws {
    var cohort = enrolled()
    cohort.withdraw("P1", day: 45)
    cohort.record("P1", "day30", 7, day: 46)
    XCTAssertEqual(try status(cohort), .notAssessed)
  }

  func testVoidedAssessmentIsNoAssessment() throws {
    var cohort = enrolled()
    cohort.record("P1", "day30", 7, day: 30)
    cohort.void("P1", "day30", day: 30)
    XCTAssertEqual(try status(cohort, .on(44)), .notDue)
    XCTAssertEqual(try status(cohort), .notAssessed)
  }

  /// Whoever declined is not due before the window has closed, since they may change their mind.
  func testASkipIsTheReasonForAMissingScore() throws {
    var cohort = enrolled()
    cohort.skip("P1", "day30", day: 40)
    XCTAssertEqual(try status(cohort, .on(44)), .notDue)
    XCTAssertEqual(try status(cohort, .on(45)), .skipped)
    XCTAssertTrue(ScoreStatus.skipped.isLostToFollowUp)
    var late = enrolled()
    late.skip("P1", "day30", day: 50)
    XCTAssertEqual(try status(late, .on(49)), .notAssessed)
    XCTAssertEqual(try status(late, .on(50)), .skipped)
    late.record("P1", "day30", 7, day: 51)
    XCTAssertEqual(try status(late), .scored(0, inWindow: false))
    var left = enrolled()
    left.skip("P1", "day30", day: 30)
    left.withdraw("P1", day: 44)
    XCTAssertEqual(try status(left), .withdrawn)
  }

  /// A column of scores ends with the last participant who has one.
  func testWhoeverComesBehindTheLastAssessmentIsNotAssessed() throws {
    var cohort = enrolled()
    for id in ["P2", "P3"] { cohort.enroll(id) }
    cohort.record("P2", "day30", 7, day: 30)
    XCTAssertEqual(
      try (0..<3).map { try status(cohort, of: $0) },
      [.notAssessed, .scored(0, inWindow: true), .notAssessed])
    XCTAssertEqual(
      try (0..<3).map { try status(cohort, .on(44), of: $0) },
      [.notDue, .scored(0, inWindow: true), .notDue])
  }

  private func enrolled() -> SmallCohort {
    var cohort = SmallCohort()
    cohort.enroll("P1")
    return cohort
  }

  private func status(
    _ cohort: SmallCohort, _ selection: CohortSelection = .on(365), of participant: Int = 0
  ) throws -> ScoreStatus {
    let selected = SelectedCohort(try cohort.table, selection)
    return ScoreStatusReader(selected, instrument: 0, timepoint: 1)
      .status(of: participant)
  }
}
