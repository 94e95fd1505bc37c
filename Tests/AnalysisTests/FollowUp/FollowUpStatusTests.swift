import Records
import XCTest

@testable import Analysis

/// At day 30, whose window is days 23 to 44 after enrollment on day 0, with two instruments.
final class FollowUpStatusTests: XCTestCase {
  func testEachParticipantIsInOneCount() async throws {
    var cohort = SmallCohort()
    cohort.instruments = ["distress", "ucla-3"]
    for number in 1...9 { cohort.enroll("P\(number)") }
    // Received in the window, and with one form outside it.
    for (id, day) in [("P1", 30), ("P2", 22)] {
      cohort.record(id, "day30", 5, day: day)
      cohort.recordTooFew(id, "day30", day: 30)
    }
    // Withdrawn with one of two forms, and with both.
    cohort.record("P3", "day30", 5, day: 30)
    cohort.withdraw("P3", day: 31)
    cohort.record("P4", "day30", 5, day: 30)
    cohort.record("P4", "day30", 5, day: 30, on: "ucla-3")
    cohort.withdraw("P4", day: 31)
    // One form, and the other skipped; one skipped, and the other still missing.
    cohort.record("P5", "day30", 5, day: 30, on: "ucla-3")
    cohort.skip("P5", "day30", day: 30)
    cohort.skip("P6", "day30", day: 30)
    let at40 = try await point(cohort, .on(40))
    XCTAssertEqual(
      at40.together, counts(received: 3, withdrawn: 1, skipped: 1, late: 4, receivedInWindow: 2))
    XCTAssertEqual(
      at40.instruments,
      [
        counts(received: 4, skipped: 2, late: 3, receivedInWindow: 3),
        counts(received: 4, withdrawn: 1, late: 4, receivedInWindow: 4),
      ])
    XCTAssertEqual(at40.together.expected, 8)
    XCTAssertEqual(at40.together.enrolled, 9)
    let at50 = try await point(cohort, .on(50))
    XCTAssertEqual(at50.together.missed, 4)
    // On day 22 one form is there, and the window opens on day 23.
    let at22 = try await point(cohort, .on(22))
    XCTAssertEqual(at22.together, counts(notOpen: 9))
    XCTAssertEqual(at22.together.expected, 0)
    let at23 = try await point(cohort, .on(23))
    XCTAssertEqual(at23.together.due, 9)
  }

  /// A withdrawal ends what is expected only if the window had not closed by then: on its last day,
  /// day 44, but not on day 45. `attrition` says the same.
  func testAWithdrawalCountsUntilTheWindowCloses() async throws {
    var cohort = SmallCohort()
    for number in 1...4 { cohort.enroll("P\(number)") }
    cohort.withdraw("P1", day: 44)
    cohort.withdraw("P2", day: 45)
    cohort.skip("P3", "day30", day: 30)
    cohort.withdraw("P3", day: 45)
    let at50 = try await point(cohort, .on(50))
    XCTAssertEqual(
      at50.together, counts(withdrawn: 1, skipped: 1, missed: 1, missedThenWithdrew: 1))
    XCTAssertEqual(at50.together.expected, 3)
    let at44 = try await point(cohort, .on(44))
    XCTAssertEqual(at44.together, counts(withdrawn: 1, skipped: 1, late: 2))
    let flow = try XCTUnwrap(
      AttritionSummary(try cohort.table, .on(50), instruments: [0]).flows.first)
    let denominators = flow.timepoints[1].denominators
    XCTAssertEqual(denominators.withdrawn, 1)
    XCTAssertEqual(denominators.skipped, 1)
    XCTAssertEqual(denominators.notAssessed, 2)
  }

  func testThoseWhoWithdrewFromUseAreCountedApart() async throws {
    var cohort = SmallCohort()
    for number in 1...3 { cohort.enroll("P\(number)", site: number == 3 ? "south" : "north") }
    cohort.change("P1", "withdraw-use", day: 5)
    cohort.change("P3", "withdraw-use", day: 5)
    let status = await FollowUpStatus(try cohort.table, .on(10, where: "north"))
    XCTAssertEqual(status.enrolled, 1)
    XCTAssertEqual(status.withdrawn, 0)
    XCTAssertEqual(status.withdrawnFromUse, 1)
    let overview = ParticipantOverview(try cohort.table, .on(10))
    XCTAssertEqual(overview.entries.count, 1)
    XCTAssertEqual(overview.withdrawnFromUse, 2)
  }

  func testOnlyTheSelectedAreCounted() async throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", site: "north")
    cohort.enroll("P2", site: "south")
    cohort.withdraw("P2", day: 5)
    let status = await FollowUpStatus(try cohort.table, .on(10, where: "south"))
    XCTAssertEqual(status.enrolled, 1)
    XCTAssertEqual(status.withdrawn, 1)
    XCTAssertEqual(status.timepoints.map(\.together.withdrawn), [1, 1, 1])
  }

  private func point(
    _ cohort: SmallCohort, _ selection: CohortSelection
  ) async throws -> FollowUpStatus.AtTimepoint {
    await FollowUpStatus(try cohort.table, selection).timepoints[1]
  }

  private func counts(
    received: Int = 0, withdrawn: Int = 0, skipped: Int = 0, notOpen: Int = 0, late: Int = 0,
    missed: Int = 0, missedThenWithdrew: Int = 0, receivedInWindow: Int = 0
  ) -> FollowUpCounts {
    var counts = FollowUpCounts()
    counts.received = received
    counts.withdrawn = withdrawn
    counts.skipped = skipped
    counts.notOpen = notOpen
    counts.late = late
    counts.missed = missed
    counts.missedThenWithdrew = missedThenWithdrew
    counts.receivedInWindow = receivedInWindow
    return counts
  }
}
