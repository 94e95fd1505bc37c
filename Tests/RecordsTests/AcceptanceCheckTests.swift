import Records
import Text
import XCTest

/// Lines that accept others are passed over by every reader, and hold nothing about anybody.
final class AcceptanceCheckTests: XCTestCase {
  private static let score = ",,,,,,accept,2026-01-05T10:00:00Z,ada,because,"
  private static let event = ",,accept,2026-01-05T10:00:00Z,ada,because,,,"

  func testEveryReaderPassesOver() throws {
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
    let (assessments, lineCount, problems) = scores.read {
      AssessmentReader(program: program, participants: participants, file: "scores.csv")
        .readLines(&$0, lines: $1)
    }
    XCTAssertEqual(assessments.map(\.number), [2])
    XCTAssertEqual(lineCount, 3)
    XCTAssertEqual(problems, [])
    let events = StoreText([Self.event, "P1,2026-01-01,enroll,2026-01-01T10:00:00Z,ada,,,,"])
    let (found, eventCount, eventProblems) = events.read {
      ParticipantEventReader(
        settings: program.settings, participant: nil, file: "participants.csv"
      ).readLines(&$0, lines: $1)
    }
    XCTAssertEqual(found.map(\.number), [2])
    XCTAssertEqual(eventCount, 2)
    XCTAssertEqual(eventProblems, [])
  }

  func testAnythingElseInSuchALineIsAFault() throws {
    let participants = try SampleStore(try SampleProgram.program()).participants
    for (column, value) in [(1, "baseline"), (2, "ucla-3"), (3, "2026-01-05"), (4, "1"), (5, "6")] {
      var fields = Self.score.components(separatedBy: ",")
      fields[column] = value
      XCTAssertEqual(
        try messages(fields, participants),
        ["this line accepts others, yet holds “\(value)” as well"])
    }
    var fields = Self.score.components(separatedBy: ",")
    fields[7] = "noon"
    XCTAssertEqual(try messages(fields, participants), ["“noon” is no time"])
    fields[7] = "2026-01-05T10:00:00Z"
    fields[10] = "seal"
    XCTAssertEqual(try messages(fields, participants), ["“seal” is no seal"])
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
      chunk.problems.map(\.message), ["this line accepts others, yet holds “north” as well"])
  }

  private func messages(
    _ fields: [String], _ participants: ParticipantTable
  ) throws -> [String] {
    let program = try SampleProgram.program()
    return StoreText([fields.joined(separator: ",")]).read {
      ScoreChunkReader(program: program, participants: participants, file: "scores.csv")
        .read(&$0, lines: $1)
    }.problems.map(\.message)
  }
}
