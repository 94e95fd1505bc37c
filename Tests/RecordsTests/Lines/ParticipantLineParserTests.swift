import Records
import TestSupport
import Text
import XCTest

/// Each way in which a line of the participants file can make no sense, with its message.
final class ParticipantLineParserTests: XCTestCase {
  func testAGoodLineHasNoProblem() throws {
    XCTAssertEqual(try problems(line()), [])
    XCTAssertEqual(try problems(line(seal: "00ff00ff00ff00ff")), [])
  }

  func testInvalidParticipantID() throws {
    try check(
      line(participant: "=1"), at: 1, "“=1” is not a valid participant id",
      "an id cannot start with “=”")
    try check(
      line(participant: ""), at: 1, "“” is not a valid participant id", "an id must not be empty")
  }

  func testInvalidDate() throws {
    try check(
      line(date: "2026-02-29"), at: 6, "“2026-02-29” is not a valid date",
      "write a date that exists, as YYYY-MM-DD")
  }

  func testUnknownAction() throws {
    try check(line(action: "enrol"), at: 17, "“enrol” is not an action", "did you mean “enroll”?")
    try check(
      line(action: "record"), at: 17, "“record” is not an action",
      "allowed: enroll, update, withdraw, withdraw-use, unenroll, erase")
  }

  func testInvalidTimestamp() throws {
    try check(
      line(recordedAt: "now"), at: 24, "“now” is not a valid time",
      "write a time in UTC, as YYYY-MM-DDThh:mm:ssZ")
  }

  func testInvalidSeal() throws {
    try check(
      line(seal: "seal"), at: 57, "“seal” is not a valid seal",
      "expected: 16 hexadecimal digits, or nothing")
  }

  private func line(
    participant: String = "P001", date: String = "2026-01-01", action: String = "enroll",
    recordedAt: String = "2026-01-01T10:00:00Z", seal: String = ""
  ) -> String {
    [participant, date, action, recordedAt, "ada", "", "north", "", seal].joined(separator: ",")
  }

  private func problems(_ line: String) throws -> [Diagnostic] {
    let reader = ParticipantChunkReader(
      settings: try SampleProgram.settings(), file: "participants.csv")
    return StoreText([self.line(), line]).read { reader.read(&$0, lines: $1) }.problems
  }

  private func check(
    _ line: String, at column: Int, _ message: String, _ remedy: String, testLine: UInt = #line
  ) throws {
    XCTAssertEqual(
      try problems(line).map(\.text),
      ["participants.csv:2:\(column): \(message)\n  \(line)\n  \(remedy)"], line: testLine)
  }
}
