import Analysis
import Records
import TestSupport
import Text
import XCTest

@testable import Interchange

final class DueCalendarTests: XCTestCase {
  func testOneEventForEachParticipantAndTimepoint() throws {
    XCTAssertEqual(
      try text(asOf: "2026-02-03", name: "Riverside").components(separatedBy: "\r\n"),
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//outcomes//due//EN", "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT", "UID:day30.\(checksum).P1@outcomes", "DTSTAMP:20260203T000000Z",
        "DTSTART;VALUE=DATE:20260131", "DTEND;VALUE=DATE:20260201", "SUMMARY:P1 day30",
        "DESCRIPTION:Window: 2026-01-24 to 2026-02-14", "TRANSP:TRANSPARENT", "END:VEVENT",
        "END:VCALENDAR", "",
      ])
  }

  /// The FNV-1a checksum of “Riverside”.
  private let checksum = "b3a026e69024aaba"

  /// Only the time of the file changes from day to day, and only the identifiers from program to
  /// program.
  func testIdentifiersStayTheSame() throws {
    let first = try text(asOf: "2026-02-03", name: "Riverside")
    let later = try text(asOf: "2026-02-04", name: "Riverside")
    XCTAssertEqual(first.replacing("20260203T", with: "20260204T"), later)
    let other = try text(asOf: "2026-02-03", name: "Hillside")
    XCTAssertNotEqual(first, other)
    XCTAssertEqual(first.replacing(/UID:[^\r]+/, with: ""), other.replacing(/UID:[^\r]+/, with: ""))
  }

  func testALongListIsWrittenInPieces() throws {
    let people = (0..<1000).map { "P\($0)" }
    var pieces: [Int] = []
    try calendar(asOf: "2026-02-03", name: "Riverside", people).write { pieces.append($0.count) }
    XCTAssertGreaterThan(pieces.count, 2)
    XCTAssertLessThan(pieces.max() ?? 0, 70_000)
  }

  private func text(asOf: String, name: String) throws -> String {
    var bytes: [UInt8] = []
    try calendar(asOf: asOf, name: name, ["P1"]).write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func calendar(asOf: String, name: String, _ people: [String]) throws -> DueCalendar {
    let sample = try SampleProgram.settings(
      timepoints: [("day30", 30)], instruments: ["ucla-3"], attributes: [])
    let settings = ProgramSettings(
      name: name, store: .csv,
      timepoints: sample.timepoints.map { Timepoint(id: $0.id, day: 30, early: 7, late: 14) },
      instruments: sample.instruments, attributes: [])
    let lines = StoreLines(
      participants: people.map { "\($0),2026-01-01,enroll,2026-01-01T10:00:00Z,ada,," })
    let table = try lines.table(try SampleProgram.program(settings))
    return DueCalendar(
      DueList(
        table, CohortSelection(asOf: try SampleProgram.date(asOf)),
        .init(within: 7, missedWithin: nil, timepoints: [0])))
  }
}
