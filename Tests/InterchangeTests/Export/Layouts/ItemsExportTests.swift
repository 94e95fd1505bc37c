import Instruments
import Records
import TestSupport
import Text
import XCTest

@testable import Interchange

final class ItemsExportTests: XCTestCase {
  private static let columns = [
    "participant", "timepoint", "day", "instrument", "date", "score", "item1", "item2", "item3",
  ]

  func testExampleIsTheGoldenFile() throws {
    let table = try ExampleStore.lines().table()
    try Golden.check(write(table, "ucla-3", ExportStyle(.csv)), "export/items-ucla-3.csv")
    try Golden.check(write(table, "ucla-3", ExportStyle(.json)), "export/items-ucla-3.json")
    try Golden.check(write(table, "steps", ExportStyle(.csv)), "export/items-steps.csv")
  }

  func testWhatIsWrittenReadsBackAsTheLinesThatCount() throws {
    try eachSeed(0..<(Fixtures.areSearchesLong ? 40 : 15)) { generator in
      let lines = try RandomStore.lines(&generator)
      let table = try lines.table()
      let expected = lines.counting.filter { $0.instrument.rawValue == "ucla-3" }.map {
        row($0, lines)
      }
      let csv = try write(table, "ucla-3", ExportStyle(.csv))
      XCTAssertEqual(PlainCSV.rows(csv), [Self.columns] + expected)
      let json = try write(table, "ucla-3", ExportStyle(.json))
      XCTAssertEqual(try PlainJSON.rows(json, columns: Self.columns), expected)
    }
  }

  private func write(_ table: CohortColumns, _ id: String, _ style: ExportStyle) throws -> [UInt8] {
    let instrument = try XCTUnwrap(
      table.program.instruments.firstIndex { $0.id.rawValue == id })
    return try collect(ItemsExport(table, instrument: instrument, style).write)
  }

  private func row(_ assessment: Assessment, _ lines: StoreRecords) -> [String] {
    let day = lines.timepoint(assessment.timepoint)?.day
    let answers = assessment.answers ?? [nil, nil, nil]
    return [
      assessment.participant.rawValue, assessment.timepoint.rawValue, day.map(String.init) ?? "",
      assessment.instrument.rawValue, assessment.date.description,
      assessment.score.map(NumberText.shortest) ?? "",
    ] + answers.map { $0.map(String.init) ?? "" }
  }
}
