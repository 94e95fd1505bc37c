import Records
import TestSupport
import Text
import XCTest

@testable import Interchange

final class HistoryExportTests: XCTestCase {
  private static let columns = [
    "participant", "timepoint", "instrument", "date", "answers", "score", "action", "recorded_at",
    "recorded_by", "reason", "site", "note", "site_before", "note_before",
  ]

  func testExampleIsTheGoldenFile() throws {
    let lines = try ExampleStore.lines()
    try Golden.check(write(lines, ExportStyle(.csv)), "export/history.csv")
    try Golden.check(write(lines, ExportStyle(.csv, raw: true)), "export/history-raw.csv")
    try Golden.check(write(lines, ExportStyle(.json)), "export/history.json")
  }

  func testWhatIsWrittenReadsBackAsAllLines() throws {
    try eachSeed(0..<(Fixtures.areSearchesLong ? 20 : 8)) { generator in
      let lines = try RandomStore.lines(&generator)
      // The store's own line, without what this layout leaves out: the seal.
      var before: [ParticipantID: [String]] = [:]
      let events = lines.events.map { event in
        let values = event.values
        defer { before[event.participant] = event.attributes }
        return [values[0], "", "", values[1], "", "", values[2], values[3], values[4], values[5]]
          + event.attributes + (before[event.participant] ?? ["", ""])
      }
      let expected =
        events + lines.assessments.map { Array($0.values.dropLast()) + ["", "", "", ""] }
      let csv = try write(lines, ExportStyle(.csv, raw: true))
      XCTAssertEqual(PlainCSV.rows(csv), [Self.columns] + expected)
      let json = try write(lines, ExportStyle(.json))
      XCTAssertEqual(try PlainJSON.rows(json, columns: Self.columns), expected)
    }
  }

  private func write(_ lines: StoreRecords, _ style: ExportStyle) throws -> [UInt8] {
    try collect { sink in
      var history = HistoryExport(style, attributes: lines.program.settings.attributes)
      for event in lines.events { try history.add(event, to: sink) }
      for assessment in lines.assessments { try history.add(assessment, to: sink) }
      try history.finish(to: sink)
    }
  }
}
