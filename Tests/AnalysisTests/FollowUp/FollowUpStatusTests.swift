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
    receivedInWindow: Int = 0
  ) -> FollowUpCounts {
    var counts = FollowUpCounts()
    counts.received = received
    counts.withdrawn = withdrawn
    counts.skipped = skipped
    counts.notOpen = notOpen
    counts.late = late
    counts.receivedInWindow = receivedInWindow
    return counts
  }
}
