import Records
import TestSupport
import Text
import XCTest

/// The two ways through the house: one participant's lines, and a whole cohort's columns.
final class AssessmentReaderTests: XCTestCase {
  func testOnePersonsLinesAndTheCohortsTableAgree() throws {
    for format in LineFormat.allCases {
      for seed: UInt64 in 20..<30 {
        let program = try SampleProgram.program(format)
        var random = RandomStore(program, seed: seed)
        let text = StoreText(try random.assessments(100), format)
        var oneByOne: [String: CohortCell] = [:]
        for name in RandomStore.names {
          let cells = CohortCell.all(try lines(of: name, in: text, program).assessments)
          oneByOne.merge(cells) { first, _ in first }
        }
        let cohort = CohortCell.all(try SampleStore(program).table(text))
        XCTAssertEqual(oneByOne, cohort)
        XCTAssertGreaterThan(cohort.count, 20)
      }
    }
  }

  func testAPersonsLinesAreTheOnesThatWereWritten() throws {
    for format in LineFormat.allCases {
      let program = try SampleProgram.program(format)
      var random = RandomStore(program, seed: 31)
      let written = try random.assessments(100)
      for name in RandomStore.names {
        let (assessments, problems) = try lines(of: name, in: StoreText(written, format), program)
        XCTAssertEqual(assessments, written.filter { $0.participant.rawValue == name })
        XCTAssertEqual(problems, [])
      }
    }
  }

  func testEverybodysLinesCarryTheirNumbers() throws {
    let program = try SampleProgram.program()
    var random = RandomStore(program, seed: 32)
    let written = try random.assessments(5)
    var text = StoreText(written, .csv)
    text.lines.insert(Array("rubbish\n".utf8), at: 2)
    let reader = AssessmentReader(
      program: program, participants: try SampleStore(program).participants, file: "scores.csv")
    let reading = text.read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(reading.values, written)
    XCTAssertEqual(reading.lines.map(\.number), [1, 2, 4, 5, 6])
    XCTAssertEqual(reading.lineCount, 6)
    XCTAssertEqual(reading.problems.map { $0.location?.line }, [3])
  }

  func testALineAboutNobodyIsAProblemOnlyAmongEverybodysLines() throws {
    let program = try SampleProgram.program()
    let text = StoreText([
      "P2,baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,,"
    ])
    let reader = AssessmentReader(
      program: program, participants: try SampleStore(program).participants, file: "scores.csv")
    let reading = text.read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(reading.values, [])
    XCTAssertEqual(reading.problems.map(\.message), ["nobody is enrolled as “P2”"])
    XCTAssertEqual(try lines(of: "P1", in: text, program).problems, [])
  }

  func testOthersWrongValuesAreNotTold() throws {
    let program = try SampleProgram.program()
    let text = StoreText([
      "P1,baseline,ucla-3,2026-01-05,1 1 9,3,record,2026-01-05T10:00:00Z,ada,,",
      "P10,baseline,ucla-3,2026-01-05,1 1 9,3,record,2026-01-05T10:00:00Z,ada,,",
    ])
    let (assessments, problems) = try lines(of: "P10", in: text, program)
    XCTAssertEqual(assessments, [])
    XCTAssertEqual(problems.map { $0.location?.line }, [2])
  }

  /// Two spellings of a letter are two names, as they are in the table of participants.
  func testNamesAreToldApartByTheirBytes() throws {
    let program = try SampleProgram.program()
    let text = StoreText(
      ["é7", "e\u{301}7"].map {
        "\($0),baseline,ucla-3,2026-01-05,1 1 1,3,record,2026-01-05T10:00:00Z,ada,\($0.utf8.count),"
      })
    XCTAssertEqual(try lines(of: "é7", in: text, program).assessments.map(\.reason), ["3"])
    XCTAssertEqual(try lines(of: "e\u{301}7", in: text, program).assessments.map(\.reason), ["4"])
  }

  private func lines(
    of name: String, in text: StoreText, _ program: Program
  ) throws -> (assessments: [Assessment], problems: [Diagnostic]) {
    let reader = AssessmentReader(
      program: program, participant: try SampleProgram.participant(name), file: "scores.csv")
    let reading = text.read { reader.read(&$0, lines: $1) }
    return (reading.values, reading.problems)
  }
}
