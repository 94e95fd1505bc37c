import Records
import TestSupport
import Text
import XCTest

final class ParticipantEventReaderTests: XCTestCase {
  func testAPersonsLinesAreTheOnesThatWereWritten() throws {
    for format in LineFormat.allCases {
      let settings = try SampleProgram.settings(format)
      var random = RandomStore(try SampleProgram.program(format), seed: 60)
      let written = try random.events(60)
      for name in RandomStore.names {
        let (events, problems) = try lines(of: name, in: StoreText(written, settings), settings)
        XCTAssertEqual(events, written.filter { $0.participant.rawValue == name })
        XCTAssertEqual(problems, [])
      }
    }
  }

  func testEverybodysLinesCarryTheirNumbers() throws {
    let settings = try SampleProgram.settings()
    var random = RandomStore(try SampleProgram.program(), seed: 61)
    let written = try random.events(4)
    var text = StoreText(written, settings)
    text.lines.insert(Array("rubbish\n".utf8), at: 1)
    let reader = ParticipantEventReader(settings: settings, participant: nil, file: "x")
    let reading = text.read { reader.read(&$0, lines: $1) }
    XCTAssertEqual(reading.values, written)
    XCTAssertEqual(reading.lines.map(\.number), [1, 3, 4, 5])
    XCTAssertEqual(reading.lineCount, 5)
    XCTAssertEqual(reading.problems.map { $0.location?.line }, [2])
  }

  func testOthersWrongValuesAreNotTold() throws {
    let text = StoreText([
      "P1,2026-01-32,enroll,2026-01-01T10:00:00Z,ada,,,,",
      "P10,2026-01-32,enroll,2026-01-01T10:00:00Z,ada,,,,",
    ])
    let (events, problems) = try lines(of: "P1", in: text, try SampleProgram.settings())
    XCTAssertEqual(events, [])
    XCTAssertEqual(problems.map { $0.location?.line }, [1])
  }

  /// Two spellings of a letter are two names, as they are in the table of participants.
  func testNamesAreToldApartByTheirBytes() throws {
    let text = StoreText(
      ["é7", "e\u{301}7"].map {
        "\($0),2026-01-01,enroll,2026-01-01T10:00:00Z,ada,\($0.utf8.count),,,"
      })
    let settings = try SampleProgram.settings()
    XCTAssertEqual(try lines(of: "é7", in: text, settings).events.map(\.reason), ["3"])
    XCTAssertEqual(try lines(of: "e\u{301}7", in: text, settings).events.map(\.reason), ["4"])
  }

  private func lines(
    of name: String, in text: StoreText, _ settings: ProgramSettings
  ) throws -> (events: [ParticipantEvent], problems: [Diagnostic]) {
    let reader = ParticipantEventReader(
      settings: settings, participant: try SampleProgram.participant(name),
      file: "participants.csv")
    let reading = text.read { reader.read(&$0, lines: $1) }
    return (reading.values, reading.problems)
  }
}
