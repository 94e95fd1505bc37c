import Records
import XCTest

@testable import Analysis

/// Windows are baseline days 0 to 14, day 30 days 23 to 44 and day 90 days 76 to 120.
final class ParticipantOverviewTests: XCTestCase {
  func testTheNextTimepointIsTheFirstThatIsMissingAndNotClosed() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", day: 5)
    for (day, expected) in [
      (5, "0 5"), (19, "0 5"), (20, "1 35"), (49, "1 35"), (50, "2 95"), (125, "2 95"),
      (126, "none"),
    ] {
      XCTAssertEqual(try next(cohort, day), expected, "day \(day)")
    }
    cohort.record("P1", "baseline", 5, day: 6)
    cohort.skip("P1", "day30", day: 8)
    XCTAssertEqual(try next(cohort, 7), "1 35")
    XCTAssertEqual(try next(cohort, 8), "2 95")
    cohort.withdraw("P1", day: 9)
    XCTAssertEqual(try next(cohort, 9), "none")
  }

  func testTheLastFormIsTheLatestThatCounts() throws {
    var cohort = SmallCohort()
    cohort.enroll("P1")
    XCTAssertNil(try entries(cohort, 100)[0].lastForm)
    cohort.record("P1", "day90", 5, day: 80)
    cohort.record("P1", "day30", 5, day: 30)
    XCTAssertEqual(try entries(cohort, 100)[0].lastForm, SmallCohort.date(80))
    XCTAssertEqual(try entries(cohort, 79)[0].lastForm, SmallCohort.date(30))
    cohort.withdraw("P1", day: 50)
    let entry = try entries(cohort, 100)[0]
    XCTAssertEqual(entry.lastForm, SmallCohort.date(30))
    XCTAssertEqual(entry.withdrawnOn, SmallCohort.date(50))
    XCTAssertNil(try entries(cohort, 49)[0].withdrawnOn)
  }

  func testEachOrderPutsThoseWithoutAValueLast() throws {
    var cohort = SmallCohort()
    cohort.enroll("P3", day: 1, site: "south")
    cohort.enroll("P1", day: 3, site: "north")
    cohort.enroll("P2", day: 2)
    cohort.record("P1", "baseline", 5, day: 4)
    cohort.record("P3", "baseline", 5, day: 5)
    cohort.withdraw("P3", day: 6)
    let orders: [(ParticipantOverview.Order, [String], [String])] = [
      (.id, ["P1", "P2", "P3"], ["P3", "P2", "P1"]),
      (.enrolled, ["P3", "P2", "P1"], ["P1", "P2", "P3"]),
      (.withdrawn, ["P3", "P1", "P2"], ["P3", "P1", "P2"]),
      (.lastForm, ["P1", "P3", "P2"], ["P3", "P1", "P2"]),
      (.nextDue, ["P2", "P1", "P3"], ["P1", "P2", "P3"]),
      (.attribute(0), ["P1", "P3", "P2"], ["P3", "P1", "P2"]),
    ]
    for (order, forward, reversed) in orders {
      XCTAssertEqual(try ids(cohort, order), forward, "\(order)")
      XCTAssertEqual(try ids(cohort, order, isReversed: true), reversed, "\(order)")
    }
  }

  private func ids(
    _ cohort: SmallCohort, _ order: ParticipantOverview.Order, isReversed: Bool = false
  ) throws -> [String] {
    let overview = ParticipantOverview(
      try cohort.table, .on(10), by: order, isReversed: isReversed)
    return overview.entries.map { overview.participants.ids[$0.participant] }
  }

  private func entries(
    _ cohort: SmallCohort, _ day: Int
  ) throws -> [ParticipantOverview.Entry] {
    ParticipantOverview(try cohort.table, .on(day)).entries
  }

  /// The position of the next timepoint, and its target day counted from 2026-01-01.
  private func next(_ cohort: SmallCohort, _ day: Int) throws -> String {
    let entry = try entries(cohort, day)[0]
    guard let next = entry.next, let due = entry.nextDue else { return "none" }
    return "\(next) \(due.days(since: SmallCohort.date(0)))"
  }
}
