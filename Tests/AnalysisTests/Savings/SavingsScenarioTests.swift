import Records
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
      XCTAssertNil(scenario.net)
    }
  }

  func testMonthsAsSetAreNotRepeated() throws {
    XCTAssertEqual(
      try scenarios(months: 6).map(\.assumption).filter { [.months(3), .months(6)].contains($0) },
      [.months(3)])
  }

  /// In the last row, the cost of those who were lost is taken off too.
  func testCostIsTakenOffForEachParticipantCounted() throws {
    let net: [Double] = [260, 80, 170, 350, -10, 80, -10, 80, 170, 80]
    for (scenario, net) in zip(try scenarios(months: 12, cost: 100), net) {
      assertAgrees(scenario.net, net)
    }
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
    return try XCTUnwrap(cohort.savingsEstimate(programCost: cost)).sensitivity
  }
}
