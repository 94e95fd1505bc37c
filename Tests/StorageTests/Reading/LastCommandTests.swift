import TestSupport
import Records
import Text
import XCTest

@testable import Storage

final class LastCommandTests: XCTestCase {
  func testTheLastLineOfAPersonIsFoundBehindThoseOfOthers() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try enroll(test, "P1", "ada", at: 1)
      try enroll(test, "P2", "bo", at: 2)
      for number in 3..<40 { try enroll(test, "P\(number)", "cy", at: number) }
      let found = try XCTUnwrap(test.folder().lastCommands(by: "bo", test.program).first)
      XCTAssertEqual(found.entry.events.map(\.participant.rawValue), ["P2"])
      XCTAssertEqual(found.entry.assessments, [])
      XCTAssertEqual(found.lines.keys.map(\.rawValue), ["P2"])
      XCTAssertTrue(try test.folder().lastCommands(by: "dee", test.program).isEmpty)
    }
  }

  func testLinesOfOneCommandAreFoundInBothFiles() throws {
    let test = try TestProgram()
    try enroll(test, "P1", "ada", at: 1)
    let event = try event("P2", "ada", at: 2, reason: "renamed P1 to P2: mistyped")
    let first = try score("P2", "ada", at: 2, reason: "renamed P1 to P2: mistyped")
    let second = try score("P1", "ada", at: 2, reason: "renamed P1 to P2: declined", .skip)
    try test.write(events: [event], assessments: [first, second])
    let found = try XCTUnwrap(test.folder().lastCommands(by: "ada", test.program).first)
    XCTAssertEqual(found.entry, Entry(events: [event], assessments: [first, second]))
    XCTAssertEqual(Set(found.lines.keys.map(\.rawValue)), ["P1", "P2"])
  }

  func testLinesWithoutAReasonAreCommandsOfTheirOwn() throws {
    let test = try TestProgram()
    try enroll(test, "P1", "ada", at: 1)
    let scores = try ["baseline", "day30"].map {
      try score("P1", "ada", at: 2, timepoint: $0)
    }
    try test.write(assessments: scores)
    let found = try XCTUnwrap(test.folder().lastCommands(by: "ada", test.program).first)
    XCTAssertEqual(found.entry.assessments, [scores[1]])
  }

  func testTheLaterOfTwoFilesCounts() throws {
    let test = try TestProgram()
    try enroll(test, "P1", "ada", at: 1)
    try test.write(assessments: [try score("P1", "ada", at: 5)])
    XCTAssertEqual(
      try test.folder().lastCommands(by: "ada", test.program).map(\.entry.actions), [["record"]])
    try enroll(test, "P2", "ada", at: 6)
    XCTAssertEqual(
      try test.folder().lastCommands(by: "ada", test.program).map(\.entry.actions), [["enroll"]])
    // Enrolled and recorded in the same second: the record came later.
    try test.write(assessments: [try score("P2", "ada", at: 6)])
    XCTAssertEqual(
      try test.folder().lastCommands(by: "ada", test.program).map(\.entry.assessments.count), [1])
    try test.write(events: [try event("P2", "ada", at: 7, .update, reason: "moved")])
    try test.write(assessments: [try score("P1", "ada", at: 7, .void)])
    // Either may be the last; the one about the assessment comes first.
    XCTAssertEqual(
      try test.folder().lastCommands(by: "ada", test.program).map(\.entry.actions),
      [["void"], ["update"]])
    // Another participant may be enrolled after the record.
    try enroll(test, "P3", "ada", at: 8)
    try test.write(assessments: [try score("P2", "ada", at: 8)])
    XCTAssertEqual(
      try test.folder().lastCommands(by: "ada", test.program).map(\.entry.actions),
      [["record"], ["enroll"]])
  }

  /// Of many participants, the lines are read in one go, and of few by searching.
  func testTheLinesOfManyParticipantsAreThoseOfEach() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let names = (1...20).map { "P\($0)" }
      try test.write(
        events: try names.map { try event($0, "bo", at: 1) },
        assessments: try names.map { try score($0, "bo", at: 2) })
      let reason = "imported from forms.csv"
      for count in [3, 20] {
        let corrections = try names.prefix(count).map {
          try score($0, "ada", at: 3, reason: "\(reason) \(count)", .correct)
        }
        try test.write(assessments: corrections)
        let found = try XCTUnwrap(test.folder().lastCommands(by: "ada", test.program).first)
        XCTAssertEqual(found.entry.assessments, corrections)
        XCTAssertEqual(found.lines.count, count)
        for (id, lines) in found.lines {
          XCTAssertEqual(lines, try test.folder().lines(of: id, test.program))
        }
      }
    }
  }

  func testADamagedLineIsNamedWithItsPlace() throws {
    let test = try TestProgram()
    try test.write(events: try ["P1", "P2"].map { try event($0, "bo", at: 1) })
    try test.write(assessments: try ["P1", "P2"].map { try score($0, "bo", at: 2) })
    try test.put(
      try test.text("scores.csv").replacing("P2,baseline", with: "P2,nowhere"), in: "scores.csv")
    XCTAssertEqual(
      problems { try test.folder().lastCommands(by: "ada", test.program) }.map(\.location),
      [SourceLocation(file: "scores.csv", line: 3, column: 4)])
  }

  /// A change of the settings is not an entry.
  func testChangesOfTheSettingsAreNotEntries() throws {
    let test = try TestProgram(.csv, .two)
    XCTAssertTrue(try test.folder().lastCommands(by: "dana", test.program).isEmpty)
    try enroll(test, "P1", "dana", at: 1)
    let found = try test.folder().lastCommands(by: "dana", test.program)
    XCTAssertEqual(found.map(\.entry.actions), [["enroll"]])
    XCTAssertEqual(found.map(\.later.count), [0])
  }

  private func enroll(_ test: TestProgram, _ id: String, _ name: String, at second: Int) throws {
    try test.write(events: [try event(id, name, at: second)])
  }

  private func event(
    _ id: String, _ name: String, at second: Int, _ action: ParticipantAction = .enroll,
    reason: String = ""
  ) throws -> ParticipantEvent {
    var event = try SampleProgram.event(id, action, reason: reason)
    (event.recordedAt, event.recordedBy) = (moment(second), name)
    return event
  }

  private func score(
    _ id: String, _ name: String, at second: Int, timepoint: String = "baseline",
    reason: String = "", _ action: AssessmentAction = .record
  ) throws -> Assessment {
    let hasContent = action.hasContent
    var line = try SampleProgram.assessment(
      id, action, answers: hasContent ? [1, 2, 3] : nil, score: hasContent ? 6 : nil,
      reason: reason)
    (line.recordedAt, line.recordedBy) = (moment(second), name)
    line.timepoint = try SampleProgram.timepoint(timepoint)
    return line
  }

  private func moment(_ second: Int) -> Timestamp {
    Timestamp(secondsSinceEpoch: 1_780_000_000 + Int64(second))
  }
}
