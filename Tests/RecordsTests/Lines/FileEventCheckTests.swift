import Records
import TestSupport
import Text
import XCTest

/// Lines about a file itself are told from all others by every reader, and hold nothing about
/// anyone.
final class FileEventCheckTests: XCTestCase {
  private static let score = ",,,,,,accept,2026-01-05T10:00:00Z,ada,because,"
  private static let event = ",,accept,2026-01-05T10:00:00Z,ada,because,,,"

  func testEveryReaderTellsThem() throws {
    let program = try SampleProgram.program()
    let participants = try SampleStore(program).participants
    let good = "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"
    let scores = StoreText([Self.score, good, Self.score + "0123456789abcdef"])
    let chunk = scores.read {
      ScoreChunkReader(program: program, participants: participants, file: "scores.csv")
        .read(&$0, lines: $1)
    }
    XCTAssertEqual(chunk.lineCount, 3)
    XCTAssertEqual(chunk.problems, [])
    let assessments = scores.read {
      AssessmentReader(program: program, participants: participants, file: "scores.csv")
        .read(&$0, lines: $1)
    }
    XCTAssertEqual(assessments.lines.map(\.number), [2])
    XCTAssertEqual(assessments.fileEvents.map(\.number), [1, 3])
    XCTAssertEqual(assessments.lineCount, 3)
    XCTAssertEqual(assessments.problems, [])
    let events = StoreText([Self.event, "P1,2026-01-01,enroll,2026-01-01T10:00:00Z,ada,,,,"])
    let found = events.read {
      ParticipantEventReader(
        settings: program.settings, participant: nil, file: "participants.csv"
      ).read(&$0, lines: $1)
    }
    XCTAssertEqual(found.lines.map(\.number), [2])
    XCTAssertEqual(
      found.fileEvents.map(\.value),
      [
        FileEvent(
          .accept, recordedAt: try SampleProgram.timestamp("2026-01-05T10:00:00Z"),
          recordedBy: "ada", text: "because")
      ])
    XCTAssertEqual(found.lineCount, 2)
    XCTAssertEqual(found.problems, [])
  }

  func testAnythingElseInSuchALineIsAFault() throws {
    let participants = try SampleStore(try SampleProgram.program()).participants
    for (column, value) in [(1, "baseline"), (2, "ucla-3"), (3, "2026-01-05"), (4, "1"), (5, "6")] {
      var fields = Self.score.components(separatedBy: ",")
      fields[column] = value
      XCTAssertEqual(
        try messages(fields, participants),
        ["this line is about the file itself, but also contains “\(value)”"])
    }
    var fields = Self.score.components(separatedBy: ",")
    fields[7] = "noon"
    XCTAssertEqual(try messages(fields, participants), ["“noon” is not a valid time"])
    fields[7] = "2026-01-05T10:00:00Z"
    fields[10] = "seal"
    XCTAssertEqual(try messages(fields, participants), ["“seal” is not a valid seal"])
    fields[0] = "P99"
    XCTAssertEqual(try messages(fields, participants), ["nobody is enrolled as “P99”"])
  }

  func testAnAttributeInSuchALineIsAFault() throws {
    let settings = try SampleProgram.program().settings
    let line = Self.event.dropLast() + "north,"
    let chunk = StoreText([String(line)]).read {
      ParticipantChunkReader(settings: settings, file: "participants.csv").read(&$0, lines: $1)
    }
    XCTAssertEqual(
      chunk.problems.map(\.message),
      ["this line is about the file itself, but also contains “north”"])
  }

  private func messages(
    _ fields: [String], _ participants: ParticipantColumns
  ) throws -> [String] {
    let program = try SampleProgram.program()
    return StoreText([fields.joined(separator: ",")]).read {
      ScoreChunkReader(program: program, participants: participants, file: "scores.csv")
        .read(&$0, lines: $1)
    }.problems.map(\.message)
  }
}
