import Records
import XCTest

@testable import Analysis

/// Windows are baseline days 0 to 14, day 30 days 23 to 44 and day 90 days 76 to 120.
final class DueListTests: XCTestCase {
  /// One participant, day by day: what is listed of day 30, with the days left.
  func testADayThirtyIsSoonThenDueThenLateThenMissed() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1")
    for (day, expected) in [
      (15, []), (16, ["soon 28"]), (22, ["soon 22"]), (23, ["due 21"]), (30, ["due 14"]),
      (31, ["late 13"]), (44, ["late 0"]), (45, ["missed -1"]), (145, ["missed -101"]),
    ] {
      let list = try self.list(cohort, .on(day), timepoints: [1])
      XCTAssertEqual(list.entries.map { "\($0.state) \($0.daysLeft)" }, expected, "day \(day)")
    }
    XCTAssertEqual(try list(cohort, .on(22), within: 0).count(of: .soon), 0)
    XCTAssertEqual(try list(cohort, .on(22), within: 1, timepoints: [1]).count(of: .soon), 1)
  }

  func testABaselineIsDueFromTheDayOfEnrollment() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", day: 10)
    XCTAssertEqual(try words(list(cohort, .on(9))), [])
    XCTAssertEqual(try words(list(cohort, .on(10))), ["P1 baseline due distress"])
    XCTAssertEqual(try words(list(cohort, .on(11))), ["P1 baseline late distress"])
  }

  /// Late before due before soon before missed; in each, the window that closes first or closed
  /// last, then the id.
  func testTheMostUrgentComesFirst() throws {
    var cohort = SmallCohort()
    for (id, day) in [
      ("late2", 60), ("late1", 60), ("late-sooner", 59), ("due", 70), ("soon", 82),
      ("missed-long-ago", 40), ("missed", 54),
    ] {
      cohort.enroll(id, day: day)
    }
    XCTAssertEqual(
      try words(list(cohort, .on(100), timepoints: [1])),
      [
        "late-sooner day30 late distress", "late1 day30 late distress", "late2 day30 late distress",
        "due day30 due distress", "soon day30 soon distress", "missed day30 missed distress",
        "missed-long-ago day30 missed distress",
      ])
  }

  func testAnAssessmentEndsItOnItsDate() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1")
    cohort.record("P1", "day30", 5, day: 33)
    XCTAssertEqual(try list(cohort, .on(32), timepoints: [1]).entries.count, 1)
    XCTAssertEqual(try list(cohort, .on(33), timepoints: [1]).entries.count, 0)
    cohort.void("P1", "day30", day: 33)
    XCTAssertEqual(try list(cohort, .on(33), timepoints: [1]).entries.count, 1)
  }

  /// Answers without a score are an assessment; the other instruments are still missing.
  func testOnlyTheMissingInstrumentsAreNamed() throws {
    var cohort = SmallCohort()
    cohort.instruments = ["ucla-3", "distress", "healthy-days"]
    for id in ["P1", "P2", "P3"] { cohort.enroll(id) }
    cohort.recordTooFew("P1", "day30", day: 30)
    cohort.record("P2", "day30", 5, day: 30)
    for instrument in cohort.instruments {
      cohort.record("P3", "day30", 5, day: 30, on: instrument)
    }
    XCTAssertEqual(
      try words(list(cohort, .on(35), timepoints: [1])),
      [
        "P1 day30 late distress healthy-days", "P2 day30 late ucla-3 healthy-days",
      ])
  }

  func testASkipEndsItOnItsDateAndAVoidBringsItBack() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1")
    cohort.skip("P1", "day30", day: 33)
    XCTAssertEqual(try list(cohort, .on(32), timepoints: [1]).entries.count, 1)
    XCTAssertEqual(try list(cohort, .on(33), timepoints: [1]).entries.count, 0)
    XCTAssertEqual(try list(cohort, .on(50), timepoints: [1]).entries.count, 0)
    cohort.void("P1", "day30", day: 33)
    XCTAssertEqual(try list(cohort, .on(33), timepoints: [1]).entries.count, 1)
  }

  func testOnlyThoseWhoTakePartAreListed() throws {
    for action in ["withdraw", "withdraw-use", "unenroll", "erase"] {
      var cohort = SmallCohort()
      cohort.enroll("P1")
      cohort.change("P1", action, day: 5)
      XCTAssertEqual(try list(cohort, .on(5)).entries.count, 0, action)
    }
  }

  func testNobodyIsListedFromTheDayOfWithdrawal() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1")
    cohort.withdraw("P1", day: 35)
    XCTAssertEqual(try list(cohort, .on(34), timepoints: [1]).entries.count, 1)
    for day in [35, 36, 200] {
      XCTAssertEqual(try list(cohort, .on(day)).entries.count, 0, "day \(day)")
    }
    cohort.enroll("P1")
    XCTAssertEqual(try list(cohort, .on(36), timepoints: [1]).entries.count, 1)
  }

  func testOnlyTheSelectedAreListed() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", site: "north")
    cohort.enroll("P2", site: "south")
    XCTAssertEqual(
      try words(list(cohort, .on(0, where: "south"))), ["P2 baseline due distress"])
  }

  /// P2 is late at baseline, P10 has just been enrolled, and P2's day 30 opens in three days.
  func testOrderIsThatOfUrgencyOrOfTheIDs() throws {
    var cohort = SmallCohort()
    cohort.enroll("P2")
    cohort.enroll("P10", day: 10)
    XCTAssertEqual(
      try words(list(cohort, .on(10), within: 20)),
      ["P2 baseline late distress", "P10 baseline due distress", "P2 day30 soon distress"])
    XCTAssertEqual(
      try words(list(cohort, .on(10), within: 20, by: .id)),
      ["P10 baseline due distress", "P2 baseline late distress", "P2 day30 soon distress"])
  }

  func testMissedBeforeTheLimitAreCounted() throws {
    var cohort = SmallCohort()
    for day in 0..<4 { cohort.enroll("P\(day)", day: day) }
    // The windows of baseline closed on days 14 to 17.
    let list = try list(cohort, .on(20), missed: 4, timepoints: [0])
    XCTAssertEqual(words(list), ["P3 baseline missed distress", "P2 baseline missed distress"])
    XCTAssertEqual(list.missedEarlier, 2)
  }

  private func list(
    _ cohort: SmallCohort, _ selection: CohortSelection, within: Int = 7, missed: Int? = nil,
    timepoints: [Int] = [0, 1, 2], by order: DueList.Order = .urgency
  ) throws -> DueList {
    DueList(
      try cohort.table, selection,
      .init(within: within, missedWithin: missed, timepoints: timepoints), by: order)
  }

  private func words(_ list: DueList) -> [String] {
    list.entries.map { entry in
      let missing = list.missingSets[entry.missing].map { list.program.instruments[$0].id.rawValue }
      return
        ([
          list.participants.ids[entry.participant],
          list.program.timepoints[entry.timepoint].id.rawValue, entry.state.rawValue,
        ] + missing).joined(separator: " ")
    }
  }
}
