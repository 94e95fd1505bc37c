import Records
import XCTest

@testable import Interchange

final class ScoreRowsTests: XCTestCase {
  /// A column ends with the last participant who has an entry; whoever was enrolled after that has
  /// none, wherever the order of the ids puts them.
  func testWhoeverComesBehindAColumnsEndHasNoEntry() throws {
    var lines = try ExampleStore.lines()
    let event = lines.events[0]
    for id in ["A-late", "Zz-late"] {
      var late = event
      late.participant = try XCTUnwrap(ParticipantID(rawValue: id))
      lines.events.append(late)
    }
    let table = try lines.table()
    let cells = ScoreCell.all(of: lines.program)
    let lengths = cells.map {
      table.column(instrument: $0.instrument, timepoint: $0.timepoint)?.count ?? 0
    }
    // By timepoint, then UCLA-3, steps and mood; numbers: Zoë-1, P10, P9, Empty, the late.
    XCTAssertEqual(lengths, [3, 2, 1, 2, 0, 3])
    var rows = ScoreRows(table, cells)
    var found: [String: [Bool]] = [:]
    rows.forEach { participant, entries in
      found[table.participants.ids[participant]] = entries.indices.map { entries[$0].counts }
    }
    XCTAssertEqual(
      found,
      [
        "A-late": [false, false, false, false, false, false],
        "Empty": [false, false, false, false, false, false],
        "P10": [false, true, false, true, false, true],
        "P9": [true, false, false, false, false, true],
        "Zoë-1": [true, true, true, false, false, false],
        "Zz-late": [false, false, false, false, false, false],
      ])
  }

  /// The day of the withdrawal still counts: P10 withdrew on 2026-03-02.
  func testAnAssessmentAfterTheWithdrawalDoesNotCount() throws {
    var lines = try ExampleStore.lines()
    for (date, rows) in [("2026-03-02", 3), ("2026-03-01", 2), ("2026-02-28", 1)] {
      let last = try XCTUnwrap(lines.events.lastIndex { $0.action == .withdraw })
      lines.events[last].date = try XCTUnwrap(CalendarDate(date))
      let text = try collect(LongExport(lines.table(), ExportStyle(.csv)).write)
      let found = String(decoding: text, as: UTF8.self).components(separatedBy: "\n")
      XCTAssertEqual(found.count { $0.hasPrefix("P10,") }, rows, date)
    }
  }

  func testTheRowsOfAnExportEndWithThoseWhoHaveAnAssessment() throws {
    var lines = try ExampleStore.lines()
    let export = { (lines: StoreRecords) in
      try collect(LongExport(lines.table(), ExportStyle(.csv, raw: true)).write)
    }
    let before = try export(lines)
    var late = lines.events[0]
    late.participant = try XCTUnwrap(ParticipantID(rawValue: "Zz-late"))
    lines.events.append(late)
    XCTAssertEqual(try export(lines), before)
  }
}
