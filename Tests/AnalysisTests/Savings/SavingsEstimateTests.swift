import Instruments
import Records
import TestSupport
import XCTest

@testable import Analysis

/// Four people lost 2, 4, 0 and 6 unhealthy days: mean 3, sd √(20/3), se √(5/3).
final class SavingsEstimateTests: XCTestCase {
  func testFormulaByHand() throws {
    let estimate = try XCTUnwrap(SmallCohort.fourPeople(savings: .tenDollars()).savingsEstimate())
    XCTAssertEqual(estimate.timepoint.id.rawValue, "day30")
    XCTAssertEqual(estimate.pairs.participants, 4)
    assertAgrees(estimate.pairs.improvement, 3)
    // 3 days × $10 × 6 months.
    assertAgrees(estimate.pairs.perParticipant, 180)
    assertAgrees(estimate.pairs.total, 720)
    assertAgrees(estimate.baselineMean, 12.25)
  }

  /// The 0.975 quantile of t with 3 degrees of freedom is 3.182446305283708 (R, `qt(.975, 3)`).
  func testIntervalIsCarriedThrough() throws {
    let estimate = try XCTUnwrap(SmallCohort.fourPeople(savings: .tenDollars()).savingsEstimate())
    let half = 3.182446305283708 * (5.0 / 3).squareRoot()
    assertAgrees(estimate.pairs.improvementInterval?.lower, 3 - half)
    assertAgrees(estimate.pairs.improvementInterval?.upper, 3 + half)
    assertAgrees(estimate.pairs.perParticipantInterval?.lower, 60 * (3 - half))
    assertAgrees(estimate.pairs.perParticipantInterval?.upper, 60 * (3 + half))
  }

  func testMoreUnhealthyDaysAreNoSaving() throws {
    var cohort = SmallCohort([(4, 9), (6, 11)], instrument: "healthy-days")
    cohort.savings = .tenDollars()
    let estimate = try XCTUnwrap(try cohort.savingsEstimate())
    assertAgrees(estimate.pairs.perParticipant, -300)
    XCTAssertNil(estimate.pairs.perParticipantInterval)
  }

  /// With four more people of change 0, eight lost 12 days together: mean 1.5, and the sum of
  /// squares is 56 − 8·1.5² = 38, so that se = √(38/7/8). `qt(.975, 7)` is 2.364624251592784.
  func testLostTakenAsUnchangedByHand() throws {
    var cohort = SmallCohort.fourPeople(savings: .tenDollars())
    for number in 5...8 {
      cohort.enroll("P\(number)")
      cohort.record("P\(number)", "baseline", Double(number), day: 0, on: "healthy-days")
    }
    cohort.enroll("P9")
    cohort.record("P9", "day30", 30, day: 30, on: "healthy-days")
    let estimate = try XCTUnwrap(try cohort.savingsEstimate())
    XCTAssertEqual(estimate.lost, 4)
    assertAgrees(estimate.pairs.improvement, 3)
    XCTAssertEqual(estimate.lostUnchanged.participants, 8)
    assertAgrees(estimate.lostUnchanged.improvement, 1.5)
    assertAgrees(estimate.lostUnchanged.perParticipant, 90)
    assertAgrees(estimate.lostUnchanged.total, 720)
    let half = 2.364624251592784 * (38.0 / 56).squareRoot()
    assertAgrees(estimate.lostUnchanged.perParticipantInterval?.lower, 60 * (1.5 - half))
    assertAgrees(estimate.lostUnchanged.perParticipantInterval?.upper, 60 * (1.5 + half))
  }

  func testDenominatorsSayWhyThoseScoredAtBaselineAreInNoPair() throws {
    var cohort = SmallCohort.fourPeople(savings: .tenDollars())
    for (id, day) in [("late", 340), ("gone", 0), ("silent", 0)] {
      cohort.enroll(id, day: day)
      cohort.record(id, "baseline", 12, day: day, on: "healthy-days")
    }
    cohort.withdraw("gone", day: 9)
    cohort.enroll("new", day: 350)
    let estimate = try XCTUnwrap(try cohort.savingsEstimate())
    XCTAssertEqual(estimate.enrolled, 8)
    XCTAssertEqual(estimate.lost, 2)
    XCTAssertEqual(estimate.lostUnchanged.participants, 6)
    let denominators = estimate.sinceBaseline
    XCTAssertEqual(denominators.enrolled, 7)
    XCTAssertEqual(denominators.scored, 4)
    XCTAssertEqual(denominators.notDue, 1)
    XCTAssertEqual(denominators.withdrawn, 1)
    XCTAssertEqual(denominators.notAssessed, 1)
  }

  func testTimepointCanBeChosen() throws {
    var cohort = SmallCohort.fourPeople(savings: .tenDollars())
    cohort.timepoints = [("baseline", 0), ("day30", 30), ("day90", 90)]
    cohort.record("P1", "day90", 1, day: 90, on: "healthy-days")
    let last = try XCTUnwrap(try cohort.savingsEstimate())
    XCTAssertEqual(last.timepoint.id.rawValue, "day90")
    XCTAssertEqual(last.pairs.participants, 1)
    XCTAssertEqual(last.lost, 3)
    let chosen = try cohort.savingsEstimate(timepoint: TimepointID(rawValue: "day30"))
    XCTAssertEqual(chosen?.pairs.participants, 4)
    XCTAssertNil(try cohort.savingsEstimate(timepoint: TimepointID(rawValue: "baseline")))
    XCTAssertNil(try cohort.savingsEstimate(timepoint: TimepointID(rawValue: "day60")))
  }

  func testGroupsDoNotDivideTheEstimate() async throws {
    let cohort = SmallCohort.fourPeople(savings: .tenDollars())
    let summary = try await cohort.summary(.on(365, by: "site"))
    XCTAssertEqual(summary.savings?.pairs.participants, 4)
  }

  func testConditionsHoldForTheEstimate() throws {
    var cohort = SmallCohort.fourPeople(savings: .tenDollars())
    cohort.enroll("N1", site: "north")
    cohort.record("N1", "baseline", 10, day: 0, on: "healthy-days")
    cohort.record("N1", "day30", 9, day: 30, on: "healthy-days")
    let estimate = try XCTUnwrap(try cohort.savingsEstimate(.on(365, where: "north")))
    XCTAssertEqual(estimate.pairs.participants, 1)
    XCTAssertEqual(estimate.pairs.improvement, 1)
    XCTAssertEqual(estimate.enrolled, 1)
  }

  func testNobodyScoredAtBothHasNoAmount() throws {
    var cohort = SmallCohort([(4, nil), (nil, 11)], instrument: "healthy-days")
    cohort.savings = .tenDollars()
    let estimate = try XCTUnwrap(try cohort.savingsEstimate())
    XCTAssertEqual(estimate.pairs.participants, 0)
    XCTAssertNil(estimate.pairs.improvement)
    XCTAssertNil(estimate.pairs.perParticipant)
    XCTAssertNil(estimate.pairs.total)
    XCTAssertEqual(estimate.lostUnchanged.perParticipant, 0)
  }

  func testNoRateNoEstimate() async throws {
    let cohort = SmallCohort.fourPeople(savings: nil)
    XCTAssertNil(try cohort.savingsEstimate())
    let summary = try await cohort.summary()
    XCTAssertNil(summary.savings)
  }

  func testNoInstrumentOfTheRateNoEstimate() throws {
    var cohort = SmallCohort([(8, 6)])
    cohort.savings = .tenDollars()
    XCTAssertNil(try cohort.savingsEstimate())
  }

  func testNoFollowUpNoEstimate() throws {
    var cohort = SmallCohort()
    cohort.instruments = ["healthy-days"]
    cohort.timepoints = [("baseline", 0)]
    cohort.savings = .tenDollars()
    cohort.enroll("P1")
    cohort.record("P1", "baseline", 10, day: 0, on: "healthy-days")
    XCTAssertNil(try cohort.savingsEstimate())
  }
}
