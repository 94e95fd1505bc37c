import Records
import TestSupport
import Text
import XCTest

final class EnrollmentStateTests: XCTestCase {
  /// From every state to every other, for the same participant and for another one.
  func testTheLinesLeadFromEachStateToEachOther() throws {
    let histories: [[ParticipantEvent]] = [
      [],
      [try event(.enroll, "2026-01-05", "north")],
      [try event(.enroll, "2026-01-06", "south")],
      [try event(.enroll, "2026-01-05", "north"), try event(.withdraw, "2026-03-01", "north")],
      [try event(.enroll, "2026-01-05", "north"), try event(.withdraw, "2026-03-02", "north")],
      [try event(.enroll, "2026-01-05", "north"), try event(.withdrawUse, "2026-03-01", "north")],
      [try event(.enroll, "2026-01-06", "south"), try event(.unenroll, "2026-03-01", "south")],
    ]
    let stamp = EntryStamp(
      moment: try SampleProgram.timestamp("2026-06-30T12:00:00Z"), name: "ada", reason: "why")
    for wanted in histories {
      for current in histories {
        for name in ["P1", "P2"] {
          let id = try SampleProgram.participant(name)
          let now = current.map { event in
            var event = event
            event.participant = id
            return event
          }
          let lines = EnrollmentState(wanted).events(
            for: id, from: EnrollmentState(now), on: try SampleProgram.date("2026-06-30"), stamp)
          let found = EnrollmentState(now + lines).participant
          let expected = EnrollmentState(wanted).participant
          XCTAssertEqual(found?.enrolledOn, expected?.enrolledOn)
          XCTAssertEqual(found?.withdrawnOn, expected?.withdrawnOn)
          XCTAssertEqual(found?.attributes, expected?.attributes)
          XCTAssertEqual(found?.state, expected?.state)
          XCTAssertEqual(found?.id, expected.map { _ in id })
          if wanted == current { XCTAssertEqual(lines, []) }
          XCTAssertTrue(lines.allSatisfy { $0.participant == id && !$0.reason.isEmpty })
        }
      }
    }
  }

  func testAWithdrawalKeepsItsOwnReason() throws {
    let events = [
      try event(.enroll, "2026-01-05", "north"), try event(.withdraw, "2026-03-01", "north"),
    ]
    let stamp = EntryStamp(
      moment: try SampleProgram.timestamp("2026-06-30T12:00:00Z"), name: "ada",
      head: "renamed P1 to P2", reason: "mistyped")
    let lines = EnrollmentState(events).events(
      for: try SampleProgram.participant("P2"), from: EnrollmentState([]),
      on: try SampleProgram.date("2026-06-30"), stamp)
    XCTAssertEqual(lines.map(\.action), [.enroll, .withdraw])
    XCTAssertEqual(
      lines.map(\.reason), ["renamed P1 to P2: mistyped", "renamed P1 to P2: for a reason"])
  }

  private func event(
    _ action: ParticipantAction, _ date: String, _ site: String
  ) throws -> ParticipantEvent {
    ParticipantEvent(
      participant: try SampleProgram.participant("P1"), date: try SampleProgram.date(date),
      action: action, recordedAt: try SampleProgram.timestamp("2026-04-01T12:00:00Z"),
      recordedBy: "bo", reason: action == .enroll ? "" : "for a reason", attributes: [site])
  }
}
