import Records
import TestSupport
import XCTest

@testable import Analysis

/// Four people avoided 12 days together at 60 each (10 × 6 months): 720. Four more were lost, one
/// is not due yet and one was never scored at baseline: ten are enrolled.
final class SavingsBalanceTests: XCTestCase {
  /// The cost of all ten enrolled: 1,200, which is more than was saved.
  func testEveryoneEnrolledIsChargedByHand() throws {
    let balance = try XCTUnwrap(estimate(cost: 120).balance)
    XCTAssertEqual(balance.charged, 10)
    assertAgrees(balance.totalCost, 1200)
    assertAgrees(balance.saving, 720)
    assertAgrees(balance.net, -480)
    assertAgrees(balance.netPerParticipant, -48)
    assertAgrees(balance.returned, 0.6)
    assertAgrees(balance.breakEvenCost, 72)
    // 1,200 / (4 people × 60) days, and in percent of 12.25.
    assertAgrees(balance.breakEvenDays, 5)
    assertAgrees(balance.breakEvenPercent, 500 / 12.25)
  }

  /// The cost of the four: 480.
  func testOnlyThoseScoredAtBothAreChargedWhereThatIsAsked() throws {
    let balance = try XCTUnwrap(estimate(cost: 120, .assessed).balance)
    XCTAssertEqual(balance.charged, 4)
    assertAgrees(balance.totalCost, 480)
    assertAgrees(balance.net, 240)
    assertAgrees(balance.netPerParticipant, 60)
    assertAgrees(balance.returned, 1.5)
    assertAgrees(balance.breakEvenCost, 180)
    assertAgrees(balance.breakEvenDays, 2)
  }

  /// A mean of 3 with standard error √(5/3), 4 people; the 0.975 quantile of t with 3 degrees of
  /// freedom is 3.182446305283708 (R, `qt(.975, 3)`).
  func testIntervalsAreThoseOfTheMeanChange() throws {
    let balance = try XCTUnwrap(estimate(cost: 120).balance)
    let half = 4 * 60 * 3.182446305283708 * (5.0 / 3).squareRoot()
    assertAgrees(balance.savingInterval?.lower, 720 - half)
    assertAgrees(balance.netInterval?.lower, -480 - half)
    assertAgrees(balance.netInterval?.upper, -480 + half)
    assertAgrees(balance.netPerParticipantInterval?.lower, -48 - half / 10)
    assertAgrees(balance.returnedInterval?.upper, (720 + half) / 1200)
    assertAgrees(balance.breakEvenCostInterval?.lower, 72 - half / 10)
  }

  /// Four unchanged people more save nothing: the same net. 12 days over 8 people are 1.5 each, the
  /// sum of squares is 56 − 8·1.5² = 38; `qt(.975, 7)` is 2.364624251592784.
  func testThoseLostAsUnchangedHaveTheSameNetAndAnotherInterval() throws {
    let balance = try XCTUnwrap(estimate(cost: 120).balanceLostUnchanged)
    assertAgrees(balance.net, -480)
    assertAgrees(balance.returned, 0.6)
    let half = 8 * 60 * 2.364624251592784 * (38.0 / 56).squareRoot()
    assertAgrees(balance.netInterval?.lower, -480 - half)
    assertAgrees(balance.netInterval?.upper, -480 + half)
    // 1,200 / (8 × 60) days of the mean of 10, 14, 5, 20, 5, 6, 7 and 8.
    assertAgrees(balance.breakEvenDays, 2.5)
    assertAgrees(balance.breakEvenPercent, 100 * 2.5 / (75.0 / 8))
  }

  func testWithoutCostNothingIsReturnedForEachUnitSpent() throws {
    let balance = try XCTUnwrap(estimate(cost: 0).balance)
    assertAgrees(balance.net, 720)
    XCTAssertNil(balance.returned)
    XCTAssertNil(balance.returnedInterval)
    XCTAssertEqual(balance.breakEvenDays, 0)
  }

  func testAWorthlessDayNeverBreaksEven() throws {
    let balance = try XCTUnwrap(estimate(cost: 120, savings: .tenDollars(rate: 0)).balance)
    assertAgrees(balance.net, -1200)
    XCTAssertNil(balance.breakEvenDays)
    XCTAssertNil(balance.breakEvenPercent)
  }

  func testNoUnhealthyDaysAtBaselineHaveNoPercent() throws {
    var cohort = SmallCohort([(0, 1), (0, 3)], instrument: "healthy-days")
    cohort.savings = .tenDollars()
    let cost = ProgramCost(perParticipant: 120)
    let balance = try XCTUnwrap(cohort.savingsEstimate(cost: cost)?.balance)
    assertAgrees(balance.breakEvenDays, 2)
    XCTAssertNil(balance.breakEvenPercent)
  }

  func testNobodyScoredAtBothHasOnlyACost() throws {
    var cohort = SmallCohort([(4, nil)], instrument: "healthy-days")
    cohort.savings = .tenDollars()
    let cost = ProgramCost(perParticipant: 120)
    let balance = try XCTUnwrap(cohort.savingsEstimate(cost: cost)?.balance)
    assertAgrees(balance.totalCost, 120)
    XCTAssertNil(balance.net)
    XCTAssertNil(balance.netInterval)
    XCTAssertNil(balance.returned)
    XCTAssertNil(balance.breakEvenDays)
    let assessed = ProgramCost(perParticipant: 120, basis: .assessed)
    let none = try XCTUnwrap(cohort.savingsEstimate(cost: assessed)?.balance)
    XCTAssertEqual(none.charged, 0)
    XCTAssertNil(none.netPerParticipant)
    XCTAssertNil(none.breakEvenCost)
  }

  func testNoCostNoBalance() throws {
    XCTAssertNil(try SmallCohort.fourPeople(savings: .tenDollars()).savingsEstimate()?.balance)
  }

  /// 12 days over the ten enrolled.
  func testEveryoneEnrolledSharesTheSaving() throws {
    let everyone = try estimate(cost: 120).everyoneEnrolled
    XCTAssertEqual(everyone.participants, 10)
    assertAgrees(everyone.improvement, 1.2)
    assertAgrees(everyone.perParticipant, 72)
    assertAgrees(everyone.total, 720)
    let half = 24 * 3.182446305283708 * (5.0 / 3).squareRoot()
    assertAgrees(everyone.perParticipantInterval?.upper, 72 + half)
  }

  private func estimate(
    cost: Double, _ basis: ProgramCost.Basis = .enrolled, savings: SavingsRate = .tenDollars()
  ) throws -> SavingsEstimate {
    var cohort = SmallCohort.fourPeople(savings: savings)
    for number in 5...8 {
      cohort.enroll("P\(number)")
      cohort.record("P\(number)", "baseline", Double(number), day: 0, on: "healthy-days")
    }
    cohort.enroll("not-due", day: 350)
    cohort.record("not-due", "baseline", 9, day: 350, on: "healthy-days")
    cohort.enroll("never-scored")
    return try XCTUnwrap(
      cohort.savingsEstimate(cost: ProgramCost(perParticipant: cost, basis: basis)))
  }
}
