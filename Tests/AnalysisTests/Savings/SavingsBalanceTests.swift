import Records
import XCTest

@testable import Analysis

/// The four people of `SavingsEstimateTests` saved 180 each: 3 days × 10 × 6 months, from a mean of 12.25.
final class SavingsBalanceTests: XCTestCase {
  func testCostIsTakenOffByHand() throws {
    let balance = try XCTUnwrap(balance(cost: 120))
    assertAgrees(balance.net, 60)
    assertAgrees(balance.returned, 1.5)
    // 120 / (10 × 6) days, and in percent of 12.25.
    assertAgrees(balance.breakEvenDays, 2)
    assertAgrees(balance.breakEvenPercent, 200 / 12.25)
  }

  /// The 0.975 quantile of t with 3 degrees of freedom is 3.182446305283708 (R, `qt(.975, 3)`).
  func testIntervalIsMovedByTheCost() throws {
    let interval = try XCTUnwrap(balance(cost: 120)?.netInterval)
    let half = 60 * 3.182446305283708 * (5.0 / 3).squareRoot()
    assertAgrees(interval.lower, 60 - half)
    assertAgrees(interval.upper, 60 + half)
  }

  func testAProgramThatCostMoreHasANegativeNetSaving() throws {
    let balance = try XCTUnwrap(balance(cost: 500))
    assertAgrees(balance.net, -320)
    assertAgrees(balance.returned, 0.36)
  }

  func testWithoutCostNothingIsReturnedForEachUnitSpent() throws {
    let balance = try XCTUnwrap(balance(cost: 0))
    assertAgrees(balance.net, 180)
    XCTAssertNil(balance.returned)
    XCTAssertEqual(balance.breakEvenDays, 0)
  }

  func testAWorthlessDayNeverBreaksEven() throws {
    let balance = try XCTUnwrap(balance(cost: 120, .tenDollars(rate: 0)))
    assertAgrees(balance.net, -120)
    XCTAssertNil(balance.breakEvenDays)
    XCTAssertNil(balance.breakEvenPercent)
  }

  func testNoUnhealthyDaysAtBaselineHaveNoPercent() throws {
    var cohort = SmallCohort([(0, 1), (0, 3)], instrument: "healthy-days")
    cohort.savings = .tenDollars()
    let balance = try XCTUnwrap(cohort.savingsEstimate(programCost: 120)?.balance)
    assertAgrees(balance.breakEvenDays, 2)
    XCTAssertNil(balance.breakEvenPercent)
  }

  func testNobodyScoredAtBothHasOnlyTheBreakEvenDays() throws {
    var cohort = SmallCohort([(4, nil)], instrument: "healthy-days")
    cohort.savings = .tenDollars()
    let balance = try XCTUnwrap(cohort.savingsEstimate(programCost: 120)?.balance)
    XCTAssertNil(balance.net)
    XCTAssertNil(balance.netInterval)
    XCTAssertNil(balance.returned)
    XCTAssertNil(balance.breakEvenPercent)
    assertAgrees(balance.breakEvenDays, 2)
  }

  func testNoCostNoBalance() throws {
    XCTAssertNil(try balance(cost: nil))
  }

  private func balance(
    cost: Double?, _ rate: SavingsRate = .tenDollars()
  ) throws -> SavingsBalance? {
    try SmallCohort.fourPeople(savings: rate).savingsEstimate(programCost: cost)?.balance
  }
}
