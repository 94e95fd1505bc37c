import XCTest

@testable import Analysis

final class DenominatorsTests: XCTestCase {
  func testEveryReasonIsCountedApart() {
    var denominators = Denominators()
    let statuses: [(ScoreStatus, Int)] = [
      (.scored(0, inWindow: true), 1), (.scored(1, inWindow: false), 2), (.notScorable, 4),
      (.outsideWindow, 8), (.withdrawn, 16), (.notDue, 32), (.notAssessed, 64),
    ]
    for (status, times) in statuses { denominators.count(status, times: times) }
    XCTAssertEqual(denominators.enrolled, 127)
    XCTAssertEqual(denominators.scored, 3)
    XCTAssertEqual(denominators.scoredOutsideWindow, 2)
    XCTAssertEqual(denominators.notScorable, 4)
    XCTAssertEqual(denominators.outsideWindow, 8)
    XCTAssertEqual(denominators.withdrawn, 16)
    XCTAssertEqual(denominators.notDue, 32)
    XCTAssertEqual(denominators.notAssessed, 64)
  }

  func testSomebodyEnrolledAfterTheDayOfTheQuestionIsInNoCount() async throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", day: 0)
    cohort.enroll("P2", day: 11)
    let denominators = try await cohort.point(0, .on(10)).denominators
    XCTAssertEqual(denominators.enrolled, 1)
    XCTAssertEqual(denominators.notDue, 1)
  }

  func testCountsAddUpToEverybodyInRandomCohorts() async throws {
    var reasons = Denominators()
    for seed in 0..<60 {
      let cohort = RandomCohort(seed: UInt64(seed)).cohort
      for selection in selections(day: seed * 4) {
        let summary = try await cohort.summary(selection)
        for measure in summary.measures {
          for point in measure.timepoints {
            XCTAssertEqual(sum(point.denominators), point.denominators.enrolled, "seed \(seed)")
            XCTAssertEqual(point.scores.n, point.denominators.scored, "seed \(seed)")
            XCTAssertLessThanOrEqual(point.change?.test.pairs ?? 0, point.denominators.scored)
            add(point.denominators, to: &reasons)
          }
        }
        for timepoint in cohort.timepoints.indices {
          let everybody = summary.measures.filter { $0.group == nil }
          let enrolled = everybody.map { $0.timepoints[timepoint].denominators.enrolled }
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
          var sum = Denominators()
          for group in groups { add(group.timepoints[timepoint].denominators, to: &sum) }
          XCTAssertEqual(sum, point.denominators, "seed \(seed)")
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

  private func sum(_ denominators: Denominators) -> Int {
    denominators.scored + denominators.notScorable + denominators.outsideWindow
      + denominators.withdrawn + denominators.notDue
      + denominators.notAssessed
  }

  private func add(_ denominators: Denominators, to total: inout Denominators) {
    total.enrolled += denominators.enrolled
    total.scored += denominators.scored
    total.scoredOutsideWindow += denominators.scoredOutsideWindow
    total.notScorable += denominators.notScorable
    total.outsideWindow += denominators.outsideWindow
    total.withdrawn += denominators.withdrawn
    total.notDue += denominators.notDue
    total.notAssessed += denominators.notAssessed
  }
}
