import Records
import TestSupport
import Text
import XCTest

/// Each way in which a line of the scores file can make no sense, with its message.
final class ScoreLineParserTests: XCTestCase {
  func testAGoodLineHasNoProblem() throws {
    XCTAssertEqual(try problems(line()), [])
    XCTAssertEqual(try problems(line(answers: "", score: "6")), [])
    XCTAssertEqual(try problems(line(answers: "1 . 3", score: "")), [])
    XCTAssertEqual(try problems(line(answers: "", score: "", action: "void")), [])
    XCTAssertEqual(try problems(line(seal: "0123456789abcdef")), [])
    XCTAssertEqual(try problems(line(answers: "0 30", score: "30", instrument: "healthy-days")), [])
  }

  func testUnknownParticipant() throws {
    try check(
      line(participant: "P002"), at: 1, "nobody is enrolled as “P002”",
      "if their enrollment was lost, enroll them again with `outcomes enroll P002`")
  }

  func testUnknownTimepoint() throws {
    try check(
      line(timepoint: "day20"), at: 6, "this program has no timepoint “day20”",
      "did you mean “day30”?")
    try check(
      line(timepoint: "week4"), at: 6, "this program has no timepoint “week4”",
      "allowed: baseline, day30, day90")
  }

  func testUnknownInstrument() throws {
    try check(
      line(instrument: "ucla3"), at: 15, "this program has no instrument “ucla3”",
      "did you mean “ucla-3”?")
    try check(
      line(instrument: "phq-9"), at: 15, "this program has no instrument “phq-9”",
      "allowed: ucla-3, healthy-days, total-63")
  }

  func testUnknownAction() throws {
    try check(
      line(action: "recrod"), at: 41, "“recrod” is not an action", "did you mean “record”?")
    try check(
      line(action: "delete"), at: 41, "“delete” is not an action",
      "allowed: record, correct, void, acknowledge, reenter, skip")
    try check(
      line(action: ""), at: 41, "“” is not an action",
      "allowed: record, correct, void, acknowledge, reenter, skip")
  }

  func testInvalidDate() throws {
    for date in ["2026-02-30", "05.01.2026", ""] {
      try check(
        line(date: date), at: 22, "“\(date)” is not a valid date",
        "write a date that exists, as YYYY-MM-DD")
    }
  }

  func testInvalidTimestamp() throws {
    for moment in ["2026-01-05 10:00:00", "2026-01-05T25:00:00Z", ""] {
      try check(
        line(recordedAt: moment), at: 48, "“\(moment)” is not a valid time",
        "write a time in UTC, as YYYY-MM-DDThh:mm:ssZ")
    }
  }

  func testInvalidScore() throws {
    for score in ["six", "6,", "06", "1e999"] where !score.contains(",") {
      try check(
        line(score: score), at: 39, "“\(score)” is not a valid score",
        "write a number, such as 6 or 18.59")
    }
  }

  func testScoreOutOfRange() throws {
    for score in ["2", "9.5", "10", "-6"] {
      try check(
        line(score: score), at: 39, "\(score) is outside the range of UCLA-3", "3 to 9")
    }
  }

  /// The most negative whole number has no positive twin.
  func testTheLeastScoreOfAllIsOutOfRangeToo() throws {
    try check(
      line(score: "-9223372036854775808"), at: 39,
      "-9.223372036854776e+18 is outside the range of UCLA-3", "3 to 9")
  }

  func testAnswersThatTheInstrumentRefuses() throws {
    try check(
      line(answers: "1 4 3"), at: 33, "4 is not an answer to UCLA-3 item 2 (feeling left out)",
      "allowed: 1 hardly ever or never, 2 some of the time, 3 often")
    try check(
      line(answers: "1 2"), at: 33, "too few answers: UCLA-3 has 3 items, found 2",
      "give one answer for each item, and “.” for an item that was not answered")
    try check(
      line(answers: "1 2 3 1"), at: 33, "too many answers: UCLA-3 has 3 items, found 4",
      "give one answer for each item, and “.” for an item that was not answered")
    try check(
      line(answers: "1", instrument: "total-63"), at: 35,
      "TOTAL-63 is entered as a total; its items are not recorded",
      "enter the total score, 0 to 63")
  }

  func testAllProblemsOfTheAnswersAreTold() throws {
    try check(
      line(answers: "0 4 3"), at: 33,
      "0 is not an answer to UCLA-3 item 1 (lacking companionship)",
      "allowed: 1 hardly ever or never, 2 some of the time, 3 often; 4 is not an answer to UCLA-3"
        + " item 2 (feeling left out); allowed: 1 hardly ever or never, 2 some of the time, 3 often"
    )
  }

  func testAnswersThatAreWrittenInAnotherWay() throws {
    for answers in ["1  2 3", "1 2 3 ", "1 x 3", "1;2;3", " 1 2 3"] {
      try check(
        line(answers: answers), at: 33, "“\(answers)” is not a list of answers",
        "write codes separated by one space, “.” for a missing one")
    }
  }

  func testNeitherAnswersNorScore() throws {
    for action in ["record", "correct"] {
      try check(
        line(answers: "", score: "", action: action), at: 33,
        "this line has neither answers nor a score", "give one of them")
    }
  }

  func testInvalidSeal() throws {
    for seal in [
      "0123456789ABCDEF", "0123456789abcde", "0123456789abcdef0", "0123456789abcdeg", "x",
    ] {
      try check(
        line(seal: seal), at: 74, "“\(seal)” is not a valid seal",
        "expected: 16 hexadecimal digits, or nothing")
    }
  }

  func testTheFirstWrongFieldIsNamedAlone() throws {
    XCTAssertEqual(
      try problems(line(participant: "x", timepoint: "x", date: "x")).count, 1)
  }

  private func line(
    participant: String = "P001", timepoint: String = "baseline", date: String = "2026-01-05",
    answers: String = "1 2 3", score: String = "6", instrument: String = "ucla-3",
    action: String = "record", recordedAt: String = "2026-01-05T10:00:00Z", seal: String = ""
  ) -> String {
    [
      participant, timepoint, instrument, date, answers, score, action, recordedAt, "ada", "",
      seal,
    ].joined(separator: ",")
  }

  private func problems(_ line: String) throws -> [Diagnostic] {
    let program = try SampleProgram.program()
    let enroll = StoreText(["P001,2026-01-01,enroll,2026-01-01T10:00:00Z,ada,,,,"])
    let participants = try ParticipantColumns(reading: enroll, program.settings)
    let reader = ScoreChunkReader(program: program, participants: participants, file: "scores.csv")
    // A good line before, so that the wrong one is the second.
    let chunk = StoreText([self.line(), line]).read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(chunk.lineCount, 2)
    return chunk.problems
  }

  private func check(
    _ line: String, at column: Int, _ message: String, _ remedy: String?, testLine: UInt = #line
  ) throws {
    XCTAssertEqual(
      try problems(line).map(\.text),
      [
        (["scores.csv:2:\(column): \(message)", line] + [remedy].compactMap { $0 })
          .joined(separator: "\n  ")
      ], line: testLine)
  }
}
