import Instruments
import Records
import TestSupport
import XCTest

@testable import Commands

final class DoubtTests: XCTestCase {
  private func doubts(
    _ instrument: Instrument, _ answers: [Int?], baseline: Double? = nil,
    on day: String = "2026-02-04"
  ) throws -> [Doubt] {
    let program = try SampleProgram.program(
      SampleProgram.settings(instruments: [instrument.id.rawValue], attributes: []))
    let participant = try Self.participant()
    let date = try SampleProgram.date(day)
    let key = AssessmentKey(timepoint: program.timepoints[1], instrument: instrument)
    let entry = AssessmentEntry(participant, key, on: date, .answers(answers), in: program)
    var before = entry.assessment(.record, reason: "", try TestWorld().world())
    before.timepoint = program.timepoints[0].id
    before.score = baseline
    return entry.doubts(baseline == nil ? [] : [before], program)
  }

  private static func participant() throws -> Participant {
    try XCTUnwrap(
      Participant([
        ParticipantEvent(
          participant: try SampleProgram.participant("P001"),
          date: try SampleProgram.date("2026-01-05"), action: .enroll,
          recordedAt: try SampleProgram.timestamp("2026-01-05T12:00:00Z"), recordedBy: "",
          reason: "", attributes: [])
      ]))
  }

  func testAnswersAlikeOnAScaleWithReversedItems() throws {
    let uls8 = BuiltInInstruments.uls8
    for code in 1...4 {
      XCTAssertEqual(
        try doubts(uls8, Array(repeating: code, count: 8)),
        [.answersAlike(code: code, reversed: [3, 6])])
    }
    XCTAssertEqual(try doubts(uls8, [4, 4, 4, 4, 4, 4, 4, 3]), [])
    XCTAssertEqual(
      try doubts(uls8, [4, nil, 4, 4, nil, nil, nil, nil]),
      [.answersAlike(code: 4, reversed: [3])])
    // Without the reversed items, and with two answers, nothing contradicts anything.
    XCTAssertEqual(try doubts(uls8, [4, 4, nil, 4, 4, nil, 4, 4]), [])
    XCTAssertEqual(try doubts(uls8, [4, nil, 4, nil, nil, nil, nil, nil]), [])
    XCTAssertEqual(try doubts(BuiltInInstruments.ucla3, [3, 3, 3]), [])
    // The middle of a scale means the same in both directions.
    let middle = BuiltInInstruments.promisMentalHealth
    XCTAssertEqual(try doubts(middle, [3, 3, 3, 3]), [])
    XCTAssertEqual(
      try doubts(middle, [2, 2, 2, 2]), [.answersAlike(code: 2, reversed: [4])])
  }

  /// A reliable change of the PHQ-9 is 6 points: 12 are not more than twice that, 13 are.
  func testChangesOfMoreThanTwiceAReliableChange() throws {
    let phq9 = BuiltInInstruments.phq9
    let one = [1, 0, 0, 0, 0, 0, 0, 0, 0]
    XCTAssertEqual(try doubts(phq9, one, baseline: 13), [])
    let found = try doubts(phq9, one, baseline: 14)
    XCTAssertEqual(found.count, 1)
    XCTAssertEqual(
      found.first?.message,
      "the score is 1 and was 14 at baseline, −13: more than twice a reliable change of 6 points")
    XCTAssertEqual(try doubts(phq9, one), [])
  }

  func testDatesOutsideTheWindow() throws {
    let ucla3 = BuiltInInstruments.ucla3
    XCTAssertEqual(try doubts(ucla3, [1, 2, 3], on: "2026-01-28"), [])
    XCTAssertEqual(try doubts(ucla3, [1, 2, 3], on: "2026-02-18"), [])
    let early = try doubts(ucla3, [1, 2, 3], on: "2026-01-27")
    XCTAssertEqual(
      early.first?.message, "2026-01-27 is outside the window of day30 (2026-01-28 to 2026-02-18)")
    XCTAssertEqual(early.first?.isConfirmed, true)
    let other = try doubts(ucla3, [1, 2, 3], on: "2026-04-05")
    XCTAssertEqual(
      other.first?.message,
      "2026-04-05 is outside the window of day30 (2026-01-28 to 2026-02-18) but in that of day90:"
        + " did you mean day90?")
    XCTAssertEqual(other.first?.isConfirmed, false)
  }
}
