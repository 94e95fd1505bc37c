import Records
import TestSupport
import XCTest

final class ParticipantTests: XCTestCase {
  func testEnrollment() throws {
    let person = try XCTUnwrap(Participant([event(.enroll, "2026-01-01", ["north"])]))
    XCTAssertEqual(person.id.rawValue, "P1")
    XCTAssertEqual(person.enrolledOn.description, "2026-01-01")
    XCTAssertNil(person.withdrawnOn)
    XCTAssertEqual(person.attributes, ["north"])
  }

  func testAnUpdateChangesAttributesAndTheDayOfEnrollment() throws {
    let person = try XCTUnwrap(
      Participant([
        event(.enroll, "2026-01-01", ["north"]), event(.update, "2026-01-02", ["south"]),
      ]))
    XCTAssertEqual(person.enrolledOn.description, "2026-01-02")
    XCTAssertNil(person.withdrawnOn)
    XCTAssertEqual(person.attributes, ["south"])
  }

  func testAWithdrawalKeepsTheDayOfEnrollment() throws {
    let person = try XCTUnwrap(
      Participant([
        event(.enroll, "2026-01-01", ["north"]), event(.withdraw, "2026-02-01", ["north"]),
        event(.update, "2026-01-03", ["south"]),
      ]))
    XCTAssertEqual(person.enrolledOn.description, "2026-01-03")
    XCTAssertEqual(person.withdrawnOn?.description, "2026-02-01")
    XCTAssertEqual(person.attributes, ["south"])
  }

  func testWhoeverEnrollsAgainTakesPartAgain() throws {
    let person = try XCTUnwrap(
      Participant([
        event(.enroll, "2026-01-01", ["north"]), event(.withdraw, "2026-02-01", ["north"]),
        event(.enroll, "2026-03-01", [""]),
      ]))
    XCTAssertEqual(person.enrolledOn.description, "2026-03-01")
    XCTAssertNil(person.withdrawnOn)
    XCTAssertEqual(person.attributes, [""])
  }

  func testTheLastActionDecidesWhatCounts() throws {
    let states: [(ParticipantAction, ParticipantState, String?)] = [
      (.update, .counted, nil), (.withdraw, .counted, "2026-02-01"),
      (.withdrawUse, .unused, "2026-02-01"), (.unenroll, .unenrolled, nil),
      (.erase, .erased, "2026-02-01"),
    ]
    for (action, state, withdrawnOn) in states {
      let lines = [
        try event(.enroll, "2026-01-01", ["north"]), try event(action, "2026-02-01", ["north"]),
      ]
      let person = try XCTUnwrap(Participant(lines))
      XCTAssertEqual(person.state, state)
      XCTAssertEqual(person.withdrawnOn?.description, withdrawnOn)
      XCTAssertEqual(
        person.enrolledOn.description, action == .update ? "2026-02-01" : "2026-01-01")
      let back = try XCTUnwrap(Participant(lines + [event(.enroll, "2026-03-01", ["north"])]))
      XCTAssertEqual(back.state, .counted)
      XCTAssertNil(back.withdrawnOn)
    }
  }

  func testNobodyIsThereWithoutEnrollment() throws {
    XCTAssertNil(Participant([]))
    XCTAssertNil(Participant([try event(.withdraw, "2026-02-01", [""])]))
  }

  func testValuesAreInTheOrderOfTheFile() throws {
    XCTAssertEqual(
      try event(.update, "2026-01-02", ["north", "65+"]).values,
      ["P1", "2026-01-02", "update", "2026-02-03T04:05:06Z", "ada", "a reason", "north", "65+", ""])
  }

  private func event(
    _ action: ParticipantAction, _ day: String, _ attributes: [String]
  ) throws -> ParticipantEvent {
    ParticipantEvent(
      participant: try SampleProgram.participant("P1"), date: try SampleProgram.date(day),
      action: action, recordedAt: try SampleProgram.timestamp("2026-02-03T04:05:06Z"),
      recordedBy: "ada", reason: "a reason", attributes: attributes)
  }
}
