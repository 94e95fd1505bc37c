import Records
import Text
import XCTest

final class ScoreChunkReaderTests: XCTestCase {
  func testEveryLineIsCountedAndEveryWrongOneIsTold() throws {
    let program = try SampleProgram.program()
    let reader = ScoreChunkReader(
      program: program, participants: try SampleStore(program).participants, file: "scores.csv")
    let good = "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"
    let chunk = StoreText([good, "rubbish", good, "", good.replacing("ucla", with: "x"), good])
      .read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(chunk.lineCount, 6)
    XCTAssertEqual(chunk.problems.map { $0.location?.line }, [2, 4, 5])
  }

  func testNoLinesAreNoProblem() throws {
    let program = try SampleProgram.program()
    let reader = ScoreChunkReader(
      program: program, participants: try SampleStore(program).participants, file: "scores.csv")
    let chunk = StoreText([String]()).read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(chunk.lineCount, 0)
    XCTAssertEqual(chunk.problems, [])
  }

  /// Beyond 2000 names no near miss is looked for, since it would take too long.
  func testAMissingNameInALargeCohortHasNoSuggestion() throws {
    let program = try SampleProgram.program()
    let people = ParticipantChunkReader(settings: program.settings, file: "participants.csv")
    for (count, remedy) in [(2000, "did you mean “P1500”?"), (2001, nil)] {
      let lines = (0..<count).map { "P\($0),2026-01-01,enroll,2026-01-01T10:00:00Z,ada,,,," }
      var participants = ParticipantTable(attributes: 2)
      XCTAssertEqual(
        participants.add(StoreText(lines).read { people.read(&$0, lines: $1) }), [])
      XCTAssertEqual(participants.count, count)
      let reader = ScoreChunkReader(
        program: program, participants: participants, file: "scores.csv")
      let line = "PP1500,baseline,ucla-3,2026-01-05,,3,record,2026-01-05T10:00:00Z,ada,,"
      let chunk = StoreText([line]).read { reader.read(&$0, lines: $1) }
      XCTAssertEqual(chunk.problems.map(\.remedy), [remedy])
    }
  }
}
