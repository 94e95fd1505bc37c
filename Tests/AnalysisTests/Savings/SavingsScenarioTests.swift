import Records
import TestSupport
import XCTest

@testable import Analysis

/// Four people avoided 3 days each, at 10 a day.
final class SavingsScenarioTests: XCTestCase {
  func testEachRowChangesOneValueByHand() throws {
    let scenarios = try scenarios(months: 12)
    XCTAssertEqual(
      scenarios.map(\.assumption),
      [
        .asSet, .rate(5, percent: -50), .rate(7.5, percent: -25), .rate(12.5, percent: 25),
        .months(3), .months(6), .shareDueToProgram(25), .shareDueToProgram(50),
        .shareDueToProgram(75), .lostUnchanged,
      ])
    let savings: [Double] = [360, 180, 270, 450, 90, 180, 90, 180, 270, 180]
    for (scenario, saving) in zip(scenarios, savings) {
      assertAgrees(scenario.saving.perParticipant, saving)
      XCTAssertNil(scenario.balance)
    }
  }

  func testMonthsAsSetAreNotRepeated() throws {
    XCTAssertEqual(
      try scenarios(months: 6).map(\.assumption).filter { [.months(3), .months(6)].contains($0) },
      [.months(3)])
  }

  /// The cost of eight enrolled: 800, whatever is assumed; in the last row the same people saved
  /// the same.
  func testCostIsTakenOffForEachParticipantEnrolled() throws {
    let net: [Double] = [640, -80, 280, 1000, -440, -80, -440, -80, 280, 640]
    for (scenario, net) in zip(try scenarios(months: 12, cost: 100), net) {
      assertAgrees(scenario.balance?.net, net)
      assertAgrees(scenario.balance?.netPerParticipant, net / 8)
    }
  }

  /// The same change at 8 and at 15 a day; the interval is that of the change alone.
  func testARangeOfTheRateIsCarriedThrough() throws {
    let rate = SavingsRate.tenDollars(range: .init(low: 8, high: 15, source: "invented"))
    let estimate = try XCTUnwrap(SmallCohort.fourPeople(savings: rate).savingsEstimate())
    XCTAssertEqual(estimate.endsOfTheRate.map(\.assumption), [.lowRate(8), .highRate(15)])
    assertAgrees(estimate.endsOfTheRate[0].saving.perParticipant, 3 * 8 * 6)
    assertAgrees(estimate.endsOfTheRate[1].saving.perParticipant, 3 * 15 * 6)
    let half = 3.182446305283708 * (5.0 / 3).squareRoot()
    assertAgrees(
      estimate.endsOfTheRate[1].saving.perParticipantInterval?.upper, 15 * 6 * (3 + half))
    XCTAssertEqual(
      estimate.sensitivity.prefix(3).map(\.assumption), [.asSet, .lowRate(8), .highRate(15)])
  }

  /// 30 months are 12 + 12 / 1.03 + 6 / 1.03²; 3 and 6 months are not discounted.
  func testMoreThanAYearIsDiscounted() throws {
    let counted = 12 + 12 / 1.03 + 6 / (1.03 * 1.03)
    let estimate = try XCTUnwrap(
      SmallCohort.fourPeople(savings: .tenDollars(months: 30)).savingsEstimate())
    assertAgrees(estimate.discountedMonths, counted)
    assertAgrees(estimate.pairs.perParticipant, 3 * 10 * counted)
    let byName = Dictionary(
      grouping: estimate.sensitivity, by: { String(describing: $0.assumption) })
    assertAgrees(byName["months(6.0)"]?.first?.saving.perParticipant, 180)
    assertAgrees(byName["undiscounted"]?.first?.saving.perParticipant, 900)
    assertAgrees(
      byName["shareDueToProgram(50.0)"]?.first?.saving.perParticipant, 15 * counted)
  }

  func testTheProgramsOwnDiscountRateComesFirst() throws {
    let rate = SavingsRate.tenDollars(months: 24, discountPercent: 5)
    let estimate = try XCTUnwrap(SmallCohort.fourPeople(savings: rate).savingsEstimate())
    assertAgrees(estimate.pairs.perParticipant, 3 * 10 * (12 + 12 / 1.05))
    XCTAssertNil(SavingsRate.tenDollars(months: 12, discountPercent: 5).appliedDiscount)
  }

  /// `qt(.975, 3)` of R, times the standard error √(5/3) of the mean, times the worth of a day.
  func testIntervalsAreScaledWithTheWorthOfADay() throws {
    let half = 3.182446305283708 * (5.0 / 3).squareRoot()
    let quarter = try scenarios(months: 12)[6]
    XCTAssertEqual(quarter.assumption, .shareDueToProgram(25))
    assertAgrees(quarter.saving.perParticipantInterval?.lower, 30 * (3 - half))
    assertAgrees(quarter.saving.perParticipantInterval?.upper, 30 * (3 + half))
  }

  /// With four people more, lost: 12 days over 8 people.
  private func scenarios(months: Double, cost: Double? = nil) throws -> [SavingsScenario] {
    var cohort = SmallCohort.fourPeople(savings: .tenDollars(months: months))
    for number in 5...8 {
      cohort.enroll("P\(number)")
      cohort.record("P\(number)", "baseline", Double(number), day: 0, on: "healthy-days")
    }
    let cost = cost.map { ProgramCost(perParticipant: $0) }
    return try XCTUnwrap(cohort.savingsEstimate(cost: cost)).sensitivity
  }
}
