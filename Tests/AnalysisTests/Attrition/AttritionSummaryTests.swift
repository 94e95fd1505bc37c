import Instruments
import Records
import TestSupport
import XCTest

@testable import Analysis

final class AttritionSummaryTests: XCTestCase {
  /// Patterns, numbers observed, and the baselines of those who reached the last wave and those who
  /// did not.
  func testPatternsAndBaselinesAgreeWithR() async throws {
    let selection = try InventedPeople.selection()
    let table = try await InventedPeople.table("csv")
    let summary = AttritionSummary(
      table, selection, instruments: Array(table.program.instruments.indices))
    let recorded = try RecordedCohort.load("synthetic_dev300").measures
    var compared = 0
    for flow in summary.flows where flow.instrument.id.rawValue != "hrqol-4" {
      let name = flow.instrument.id.rawValue.uppercased()
      let expected = try XCTUnwrap(recorded[name]?.attrition)
      XCTAssertEqual(flow.timepoints.map(\.denominators.scored), expected.nObserved, name)
      XCTAssertEqual(patterns(flow), expected.patterns, name)
      XCTAssertEqual(flow.patterns.complete, expected.nCompleteAll, name)
      let last = try XCTUnwrap(flow.timepoints.last?.comparison)
      XCTAssertEqual(last.stayed.n, expected.baselineCompleters.n, name)
      assertAgrees(last.stayed.mean, expected.baselineCompleters.mean, name)
      assertAgrees(last.stayed.standardDeviation, expected.baselineCompleters.sd, name)
      XCTAssertEqual(last.left.n, expected.baselineDropouts.n, name)
      assertAgrees(last.left.mean, expected.baselineDropouts.mean, name)
      assertAgrees(last.left.standardDeviation, expected.baselineDropouts.sd, name)
      compared += 1
    }
    XCTAssertEqual(compared, 5)
  }

  func testGroupsAddUpToEverybody() async throws {
    let table = try await InventedPeople.table("csv")
    let all = Array(table.program.instruments.indices)
    let whole = AttritionSummary(table, try InventedPeople.selection(), instruments: all)
    let parts = AttritionSummary(
      table, try InventedPeople.selection(by: "group"), instruments: all)
    XCTAssertEqual(parts.flows.count, 3 * whole.flows.count)
    for (number, flow) in whole.flows.enumerated() {
      let together = parts.flows[3 * number]
      XCTAssertNil(together.group)
      XCTAssertEqual(together.timepoints.map(\.denominators), flow.timepoints.map(\.denominators))
      let groups = parts.flows[3 * number + 1...3 * number + 2]
      for index in flow.timepoints.indices {
        XCTAssertEqual(
          groups.map(\.timepoints[index].denominators.due).reduce(0, +),
          flow.timepoints[index].denominators.due)
        XCTAssertEqual(
          groups.compactMap(\.timepoints[index].pairs).reduce(0, +),
          flow.timepoints[index].pairs ?? 0)
      }
      var sum: [String: Int] = [:]
      for group in groups { sum.merge(patterns(group), uniquingKeysWith: +) }
      XCTAssertEqual(sum, patterns(flow))
    }
  }

  func testWhoIsNotDueIsNotLost() throws {
    var cohort = SmallCohort()
    for id in ["P1", "P2", "P3", "P4"] { cohort.enroll(id, site: "north") }
    for (id, score) in [("P1", 4.0), ("P2", 6), ("P3", 8)] {
      cohort.record(id, "baseline", score, day: 0)
    }
    cohort.record("P1", "day30", 3, day: 30)
    cohort.record("P4", "day30", 5, day: 30)
    // On day 40 the window of day 30, which closes on day 44, is still open for P2 and P3.
    for (day, due, left) in [(40, 2, 0), (45, 4, 2)] {
      let flow = try cohort.flow(.on(day))
      XCTAssertEqual(flow.timepoints[1].denominators.due, due)
      XCTAssertEqual(flow.timepoints[1].pairs, 1)
      let comparison = try XCTUnwrap(flow.timepoints[1].comparison)
      XCTAssertEqual(comparison.stayed.n, 1)
      XCTAssertEqual(comparison.left.n, left)
      XCTAssertEqual(
        comparison.attributes,
        [
          AttributeComparison(
            attribute: "site", value: "north", stayed: 1, stayedTotal: 1, left: left,
            leftTotal: left)
        ])
      XCTAssertNil(comparison.standardizedDifference)
    }
    XCTAssertNil(try cohort.flow(.on(40)).timepoints[0].comparison)
  }

  func testWithdrawalReasonsAreCountedFromTheMostFrequent() throws {
    var cohort = SmallCohort()
    for number in 1...5 { cohort.enroll("P\(number)") }
    cohort.withdraw("P1", day: 3, reason: "no time")
    cohort.withdraw("P2", day: 9)
    cohort.withdraw("P3", day: 9)
    cohort.withdraw("P4", day: 20, reason: "")
    // Enrolled again, so not withdrawn any more; and a second withdrawal counts by its own reason.
    cohort.enroll("P1")
    cohort.withdraw("P3", day: 9, reason: "no time")
    let reasons = try cohort.attrition(.on(10)).withdrawals
    XCTAssertEqual(
      reasons, [.init(reason: "moved", participants: 1), .init(reason: "no time", participants: 1)])
    let later = try cohort.attrition(.on(20)).withdrawals
    XCTAssertEqual(later.map(\.reason), ["", "moved", "no time"])
  }

  func testAProgramOfManyTimepointsKeepsItsPatternsApart() throws {
    var cohort = SmallCohort()
    cohort.timepoints = (0...70).map { ("t\($0)", $0 * 10) }
    for (id, missed) in [("P1", 70), ("P2", 0), ("P3", 71)] {
      cohort.enroll(id)
      for number in 0...70 where number != missed {
        cohort.record(id, "t\(number)", 5, day: number * 10)
      }
    }
    let flow = try cohort.flow(.on(1000))
    XCTAssertEqual(
      flow.patterns.patterns.map { $0.isScored.firstIndex(of: false) }, [nil, 70, 0])
    XCTAssertEqual(flow.patterns.complete, 1)
    XCTAssertEqual(flow.patterns.monotone, 2)
    XCTAssertEqual(flow.patterns.intermittent, 1)
  }

  /// Whoever was never scored has no gap, and no baseline either: they are counted by themselves.
  func testThoseNeverScoredAreCountedByThemselves() throws {
    var cohort = SmallCohort()
    for number in 1...9 { cohort.enroll("P\(number)") }
    XCTAssertEqual(try cohort.flow(.on(365)).patterns.monotone, 0)
    XCTAssertEqual(try cohort.flow(.on(365)).patterns.neverScored, 9)
    for (id, timepoint, day) in [
      ("P1", "baseline", 0), ("P2", "baseline", 0), ("P2", "day30", 30), ("P3", "day30", 30),
      ("P4", "baseline", 0), ("P4", "day90", 90),
    ] { cohort.record(id, timepoint, 5, day: day) }
    let patterns = try cohort.flow(.on(365)).patterns
    XCTAssertEqual(patterns.monotone, 2, "P1 and P2")
    XCTAssertEqual(patterns.intermittent, 2, "P3 and P4")
    XCTAssertEqual(patterns.neverScored, 5)
  }

  func testNobodyEnrolledGivesEmptyFlows() throws {
    let flow = try SmallCohort().flow(.on(10))
    XCTAssertEqual(flow.patterns.patterns, [])
    XCTAssertEqual(flow.timepoints.map(\.denominators.due), [0, 0, 0])
    XCTAssertEqual(flow.timepoints.map(\.pairs), [nil, 0, 0])
  }

  private func patterns(_ flow: ParticipantFlow) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: flow.patterns.patterns.map { pattern in
        (pattern.isScored.map { $0 ? "1" : "0" }.joined(), pattern.participants)
      })
  }
}

extension SmallCohort {
  fileprivate func attrition(_ selection: CohortSelection) throws -> AttritionSummary {
    AttritionSummary(try table, selection, instruments: [0])
  }

  fileprivate func flow(_ selection: CohortSelection) throws -> ParticipantFlow {
    try XCTUnwrap(try attrition(selection).flows.first)
  }
}
