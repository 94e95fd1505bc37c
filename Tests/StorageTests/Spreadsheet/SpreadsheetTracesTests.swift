import Text
import XCTest

@testable import Storage

final class SpreadsheetTracesTests: XCTestCase {
  private let schema = LineSchema([
    LineSchema.Column("participant"), LineSchema.Column("date"),
    LineSchema.Column("score", .number), LineSchema.Column("recorded_at"),
  ])

  func testAHeaderIsKnownThroughEveryTrace() {
    let names = ["participant", "date", "score", "recorded_at"]
    for (header, separator, words) in [
      (names.joined(separator: ",") + "\r", ",", "line endings are CR LF"),
      ("\u{FEFF}" + names.joined(separator: ","), ",", "a byte order mark was added"),
      (names.joined(separator: ";"), ";", "fields are separated by semicolons"),
      (names.joined(separator: "\t"), "\t", "fields are separated by tabs"),
      (names.joined(separator: ",") + ",,", ",", "empty columns were added"),
      (
        names.map { "\"\($0)\"" }.joined(separator: ","), ",",
        "quotation marks were put around the header's fields"
      ),
    ] {
      var traces = traces(separator: Array(separator.utf8)[0])
      XCTAssertTrue(traces.addHeader(Array(header.utf8)), words)
      XCTAssertEqual(
        traces.diagnostic.message, "this file was saved by a spreadsheet program: " + words)
    }
  }

  func testAnyOtherHeaderIsNotASpreadsheets() {
    for header in [
      "participant,date,score,recorded_at", "participant,score,date,recorded_at\r",
      "participant;date;score;recorded_at;site", "", "participant,date,score\r",
    ] {
      var traces = traces(separator: LooseFields.separator(of: Array(header.utf8)))
      XCTAssertFalse(traces.addHeader(Array(header.utf8)), header)
    }
  }

  func testEachChangedValueIsToldOnceWithItsFirstLine() {
    var traces = traces(knownIDs: ["007", "12"])
    for (index, line) in [
      "12,2026-01-05,8,2026-01-05T10:00:00Z", "7,1/5/2026,\"8,5\",1/5/2026 10:00",
      "7,1/6/2026,\"9,5\",1/6/2026 10:00",
    ].enumerated() {
      traces.add(Array(line.utf8), number: index + 2)
    }
    XCTAssertEqual(traces.lines, 3)
    XCTAssertEqual(traces.tracedLines, 2)
    XCTAssertTrue(traces.areConvincing)
    XCTAssertEqual(
      traces.diagnostic.text,
      "scores.csv: this file was saved by a spreadsheet program: dates were rewritten"
        + " (line 3: 1/5/2026), times were rewritten (line 3: 1/5/2026 10:00), numbers have decimal"
        + " commas (line 3: 8,5), leading zeros were dropped (line 3: 7 for 007)\n"
        + "  restore a backup with `outcomes restore`, or undo this in that program; to look at the"
        + " data there, open a copy made by `outcomes export`")
  }

  func testWhatRepairTakesOutIsSaid() {
    var traces = traces()
    for number in 2...3 { traces.add(Array("12,2026-01-05,8,\r".utf8), number: number) }
    XCTAssertEqual(
      traces.diagnostic.remedy,
      "`outcomes check --repair` undoes this, and keeps a copy of the file as it is")
  }

  func testOneLineOrFewAmongManyAreNotConvincing() {
    var traces = traces()
    traces.add(Array("12,1/5/2026,8,".utf8), number: 2)
    XCTAssertFalse(traces.areConvincing)
    traces.add(Array("12,1/5/2026,8,".utf8), number: 3)
    XCTAssertTrue(traces.areConvincing)
    for number in 4...6 { traces.add(Array("12,soon,8,".utf8), number: number) }
    XCTAssertFalse(traces.areConvincing)
  }

  /// An id that somebody else really has has lost nothing.
  func testAnIDThatIsEnrolledAsItStandsHasLostNoZeros() {
    var traces = traces(knownIDs: ["007", "7"])
    traces.add(Array("7,2026-01-05,8,".utf8), number: 2)
    XCTAssertEqual(traces.tracedLines, 0)
  }

  func testJSONLinesAreLookedAtFromOutsideAlone() {
    var traces = SpreadsheetTraces(
      file: "scores.jsonl", format: .json, schema: schema, knownIDs: ["007"])
    traces.add(Array(#"{"date":"1/5/2026"}"#.utf8), number: 1)
    XCTAssertEqual(traces.tracedLines, 0)
    traces.add(Array("\u{FEFF}{}\r".utf8), number: 1)
    XCTAssertTrue(traces.areConvincing)
    XCTAssertEqual(
      traces.diagnostic.message,
      "this file was saved by another program: line endings are CR LF, a byte order mark was added")
  }

  private func traces(
    separator: UInt8 = ASCII.comma, knownIDs: Set<String> = []
  ) -> SpreadsheetTraces {
    SpreadsheetTraces(
      file: "scores.csv", format: .csv, schema: schema, separator: separator, knownIDs: knownIDs)
  }
}
