import TestSupport
import Text
import XCTest

@testable import Records

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

  /// Those are read without their fields being looked for, several in a row.
  func testLinesAreCountedAmongSealedOnes() throws {
    let program = try SampleProgram.program()
    let reader = ScoreChunkReader(
      program: program, participants: try SampleStore(program).participants, file: "scores.csv")
    let good =
      "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,0123456789abcdef"
    let unsealed = "P1,day30,ucla-3,2026-02-05,1 1 1,3,record,2026-02-05T10:00:00Z,ada,,"
    let lines = [
      good, good, "rubbish", good, good.replacing("ucla", with: "x"), unsealed, "", good, unsealed,
      good, good,
    ]
    let chunk = StoreText(lines).read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(chunk.lineCount, lines.count)
    XCTAssertEqual(chunk.problems.map { $0.location?.line }, [3, 5, 7])
    XCTAssertEqual(chunk.rows.map(\.count), [6, 2, 0, 0, 0, 0, 0, 0, 0])
    // Only the lines asked about are read, though others like them follow.
    let some = StoreText([good, good, good]).read { bytes, lines in
      reader.read(&bytes, lines: lines.lowerBound..<lines.lowerBound + good.utf8.count + 1)
    }
    XCTAssertEqual(some.lineCount, 1)
    XCTAssertEqual(some.rows[0].count, 1)
  }

  func testLinesThatWereRecordedLaterCountForNothingSealedOrNot() throws {
    let program = try SampleProgram.program()
    let reader = ScoreChunkReader(
      program: program, participants: try SampleStore(program).participants, file: "scores.csv",
      knownAt: try SampleProgram.timestamp("2026-01-05T10:00:00Z"))
    let line = "P1,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"
    let late = line.replacing("10:00:00", with: "10:00:01")
    let seal = "0123456789abcdef"
    let chunk = StoreText([line + seal, late + seal, late + seal, line, late, line + seal])
      .read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(chunk.lineCount, 6)
    XCTAssertEqual(chunk.problems, [])
    XCTAssertEqual(chunk.rows[0].count, 3)
  }

  func testNoLinesAreNoProblem() throws {
    let program = try SampleProgram.program()
    let reader = ScoreChunkReader(
      program: program, participants: try SampleStore(program).participants, file: "scores.csv")
    let chunk = StoreText([String]()).read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(chunk.lineCount, 0)
    XCTAssertEqual(chunk.problems, [])
  }
}
