import XCTest

@testable import Analysis

final class DenominatorLedgerTests: XCTestCase {
  func testEveryReasonIsCountedApart() {
    var ledger = DenominatorLedger()
    let standings: [(Standing, Int)] = [
      (.scored(0, inWindow: true), 1), (.scored(1, inWindow: false), 2), (.notScorable, 4),
      (.outsideWindow, 8), (.withdrawn, 16), (.notDue, 32), (.notAssessed, 64),
    ]
    for (standing, times) in standings { ledger.count(standing, times: times) }
    XCTAssertEqual(ledger.enrolled, 127)
    XCTAssertEqual(ledger.scored, 3)
    XCTAssertEqual(ledger.scoredOutsideWindow, 2)
    XCTAssertEqual(ledger.notScorable, 4)
    XCTAssertEqual(ledger.outsideWindow, 8)
    XCTAssertEqual(ledger.withdrawn, 16)
    XCTAssertEqual(ledger.notDue, 32)
    XCTAssertEqual(ledger.notAssessed, 64)
  }

  func testSomebodyEnrolledAfterTheDayOfTheQuestionIsInNoCount() async throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", day: 0)
    cohort.enroll("P2", day: 11)
    let ledger = try await cohort.point(0, .on(10)).ledger
    XCTAssertEqual(ledger.enrolled, 1)
    XCTAssertEqual(ledger.notDue, 1)
  }

  func testCountsAddUpToEverybodyInRandomCohorts() async throws {
    var reasons = DenominatorLedger()
    for seed in 0..<60 {
      let cohort = RandomCohort(seed: UInt64(seed)).cohort
      for selection in selections(day: seed * 4) {
        let summary = try await cohort.summary(selection)
        for measure in summary.measures {
          for point in measure.timepoints {
            XCTAssertEqual(sum(point.ledger), point.ledger.enrolled, "seed \(seed)")
            XCTAssertEqual(point.scores.n, point.ledger.scored, "seed \(seed)")
            XCTAssertLessThanOrEqual(point.change?.test.pairs ?? 0, point.ledger.scored)
            add(point.ledger, to: &reasons)
          }
        }
        for timepoint in cohort.timepoints.indices {
          let everybody = summary.measures.filter { $0.group == nil }
          let enrolled = everybody.map { $0.timepoints[timepoint].ledger.enrolled }
          XCTAssertEqual(enrolled.reduce(0, +), summary.enrolled * cohort.instruments.count)
        }
      }
    }
    for count in [
      reasons.scored, reasons.scoredOutsideWindow, reasons.notScorable, reasons.outsideWindow,
      reasons.withdrawn, reasons.notDue, reasons.notAssessed,
    ] {
      XCTAssertGreaterThan(count, 50, "a reason that the cohorts do not try")
    }
  }

  func testGroupsAddUpToTheWhole() async throws {
    for seed in 0..<20 {
      let cohort = RandomCohort(seed: UInt64(seed)).cohort
      let whole = try await cohort.summary(.on(120)).measures
      let parts = try await cohort.summary(.on(120, by: "site")).measures
      for (instrument, measure) in whole.enumerated() {
        let groups = parts.filter {
          $0.instrument.id == measure.instrument.id && $0.group != nil
        }
        XCTAssertEqual(groups.count + 1, parts.count / whole.count, "instrument \(instrument)")
        for (timepoint, point) in measure.timepoints.enumerated() {
          var sum = DenominatorLedger()
          for group in groups { add(group.timepoints[timepoint].ledger, to: &sum) }
          XCTAssertEqual(sum, point.ledger, "seed \(seed)")
        }
      }
    }
  }

  private func selections(day: Int) -> [CohortSelection] {
    [
      .on(day), .on(day, inWindowOnly: true), .on(day, by: "site"), .on(day, where: "north"),
      .on(day, where: "", by: "site", inWindowOnly: true),
    ]
  }

  private func sum(_ ledger: DenominatorLedger) -> Int {
    ledger.scored + ledger.notScorable + ledger.outsideWindow + ledger.withdrawn + ledger.notDue
      + ledger.notAssessed
  }

  private func add(_ ledger: DenominatorLedger, to total: inout DenominatorLedger) {
    total.enrolled += ledger.enrolled
    total.scored += ledger.scored
    total.scoredOutsideWindow += ledger.scoredOutsideWindow
    total.notScorable += ledger.notScorable
    total.outsideWindow += ledger.outsideWindow
    total.withdrawn += ledger.withdrawn
    total.notDue += ledger.notDue
    total.notAssessed += ledger.notAssessed
  }
}
