import Records
import TestSupport
import Text
import XCTest

@testable import Interchange

final class WideExportTests: XCTestCase {
  private static let columns = [
    "participant", "enrolled_on", "site", "note", "ucla_3_baseline", "ucla_3_day30",
    "steps_baseline", "steps_day30", "mood_1_baseline", "mood_1_day30",
  ]

  func testExampleIsTheGoldenFile() throws {
    let table = try ExampleStore.lines().table()
    try Golden.check(collect(WideExport(table, ExportStyle(.csv)).write), "export/wide.csv")
    try Golden.check(
      collect(WideExport(table, ExportStyle(.csv, raw: true)).write), "export/wide-raw.csv")
    try Golden.check(collect(WideExport(table, ExportStyle(.json)).write), "export/wide.json")
  }

  func testWhatIsWrittenReadsBackAsTheLinesThatCount() throws {
    try eachSeed(0..<(Fixtures.areSearchesLong ? 40 : 15)) { generator in
      let lines = try RandomStore.lines(&generator)
      let table = try lines.table()
      let expected = rows(lines)
      let csv = try collect(WideExport(table, ExportStyle(.csv, raw: true)).write)
      XCTAssertEqual(PlainCSV.rows(csv), [Self.columns] + expected)
      let json = try collect(WideExport(table, ExportStyle(.json)).write)
      XCTAssertEqual(try PlainJSON.rows(json, columns: Self.columns), expected)
    }
  }

  func testOnlyTextsThatStartLikeFormulasGetAnApostrophe() throws {
    try eachSeed(0..<(Fixtures.areSearchesLong ? 20 : 10)) { generator in
      let lines = try RandomStore.lines(&generator)
      let csv = try collect(WideExport(lines.table(), ExportStyle(.csv)).write)
      let expected = rows(lines).map { row in
        row.enumerated().map { column, value in
          let isAttribute = 2...3 ~= column
          let first = value.drop { $0 == "\"" }.first
          return isAttribute && "=+-@".contains(first ?? "x") ? "'" + value : value
        }
      }
      XCTAssertEqual(PlainCSV.rows(csv), [Self.columns] + expected)
    }
  }

  func testProgramWithoutAttributesHasNoColumnsForThem() throws {
    let lines = try ExampleStore.linesWithoutAttributes()
    let csv = try collect(WideExport(lines.table(), ExportStyle(.csv)).write)
    XCTAssertEqual(
      PlainCSV.rows(csv),
      [
        Self.columns.filter { $0 != "site" && $0 != "note" },
        ["Zoë-1", "2026-01-05"] + Array(repeating: "", count: 6),
      ])
  }

  private func rows(_ lines: StoreRecords) -> [[String]] {
    let counting = Dictionary(grouping: lines.counting, by: \.participant)
    return lines.people.map { person in
      let scores = lines.program.instruments.flatMap { instrument in
        lines.program.timepoints.map { timepoint in
          let assessment = counting[person.id]?.first {
            $0.instrument == instrument.id && $0.timepoint == timepoint.id
          }
          return (assessment?.score).map(NumberText.shortest) ?? ""
        }
      }
      return [person.id.rawValue, person.enrolledOn.description] + person.attributes + scores
    }
  }
}
