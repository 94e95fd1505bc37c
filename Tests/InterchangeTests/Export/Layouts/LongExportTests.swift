import Records
import TestSupport
import Text
import XCTest

@testable import Interchange

final class LongExportTests: XCTestCase {
  private static let columns = [
    "participant", "timepoint", "day", "instrument", "date", "score", "band", "answered", "items",
  ]

  func testExampleIsTheGoldenFile() throws {
    let table = try ExampleStore.lines().table()
    try Golden.check(collect(LongExport(table, ExportStyle(.csv)).write), "export/long.csv")
    try Golden.check(
      collect(LongExport(table, ExportStyle(.csv, raw: true)).write), "export/long-raw.csv")
    try Golden.check(collect(LongExport(table, ExportStyle(.json)).write), "export/long.json")
  }

  func testWhatIsWrittenReadsBackAsTheLinesThatCount() throws {
    try eachSeed(0..<(Fixtures.areSearchesLong ? 40 : 15)) { generator in
      let lines = try RandomStore.lines(&generator)
      let table = try lines.table()
      let expected = lines.counting.map { row($0, lines.program) }
      let csv = try collect(LongExport(table, ExportStyle(.csv, raw: true)).write)
      XCTAssertEqual(PlainCSV.rows(csv), [Self.columns] + expected)
      let json = try collect(LongExport(table, ExportStyle(.json)).write)
      XCTAssertEqual(try PlainJSON.rows(json, columns: Self.columns), expected)
    }
  }

  func testPiecesAreOfUsualSizeAndMakeTheWhole() throws {
    var lines = try ExampleStore.lines()
    let (event, assessment) = (lines.events[0], lines.assessments[0])
    for number in 0..<12_000 {
      var (event, assessment) = (event, assessment)
      event.participant = try XCTUnwrap(ParticipantID(rawValue: "N\(number)"))
      assessment.participant = event.participant
      lines.events.append(event)
      lines.assessments.append(assessment)
    }
    var pieces: [[UInt8]] = []
    try LongExport(lines.table(), ExportStyle(.csv, raw: true)).write { pieces.append($0) }
    XCTAssertGreaterThan(pieces.count, 1)
    let longestRow = 200
    for piece in pieces.dropLast() {
      XCTAssertTrue(
        (OutputBuffer.usualSize..<OutputBuffer.usualSize + longestRow).contains(piece.count))
    }
    let expected = lines.counting.map { row($0, lines.program) }
    XCTAssertEqual(PlainCSV.rows(Array(pieces.joined())), [Self.columns] + expected)
  }

  func testErrorOfTheSinkEndsTheExport() throws {
    let diskFull = Problems(Diagnostic("the disk is full"))
    let export = try LongExport(ExampleStore.lines().table(), ExportStyle(.csv))
    XCTAssertThrowsError(try export.write { _ throws(Problems) in throw diskFull }) {
      XCTAssertEqual($0 as? Problems, diskFull)
    }
  }

  func testProgramWithoutAnyoneGivesAHeaderOrAnEmptyList() throws {
    let table = try StoreRecords(program: ExampleStore.lines().program).table()
    let csv = try collect(LongExport(table, ExportStyle(.csv)).write)
    XCTAssertEqual(PlainCSV.rows(csv), [Self.columns])
    let json = try collect(LongExport(table, ExportStyle(.json)).write)
    XCTAssertEqual(String(decoding: json, as: UTF8.self), "[\n]\n")
  }

  private func row(_ assessment: Assessment, _ program: Program) -> [String] {
    let timepoint = program.timepoints.first { $0.id == assessment.timepoint }
    let instrument = program.instruments.first { $0.id == assessment.instrument }
    let band = assessment.score.flatMap { score in
      instrument?.bands.first { $0.from...$0.through ~= score }?.label
    }
    let answered = assessment.answers.map { String($0.compactMap(\.self).count) }
    let items = assessment.answers.map { String($0.count) }
    return [
      assessment.participant.rawValue, assessment.timepoint.rawValue,
      timepoint.map { String($0.day) } ?? "", assessment.instrument.rawValue,
      assessment.date.description, assessment.score.map(NumberText.shortest) ?? "", band ?? "",
      answered ?? "", items ?? "",
    ]
  }
}
