import Text
import XCTest

@testable import Storage

final class HeaderProblemTests: XCTestCase {
  private let schema = LineSchema([
    LineSchema.Column("participant"), LineSchema.Column("date"), LineSchema.Column("seal"),
  ])

  func testTheSchemasHeaderIsNoProblem() {
    XCTAssertNil(problem("participant,date,seal"))
  }

  func testEachKindOfWrongHeaderHasItsMessage() {
    for (header, message) in [
      (
        "\u{FEFF}participant,date,seal",
        "the file starts with a byte order mark, as spreadsheet programs write it"
      ),
      ("participant,date,seal\r", "the header ends with CR LF, as spreadsheet programs write it"),
      ("participant,seal", "the header is missing date"),
      ("seal", "the header is missing participant, date"),
      ("participant;date;seal", "the header is missing participant, date, seal"),
      (
        "participant,site,date,age,seal",
        "the header has columns that this program does not have: site, age"
      ),
      ("participant,seal,date", "the header's columns are in the wrong order"),
      ("participant,date,seal,seal", "the header's columns are in the wrong order"),
      ("", "the first line is empty: it must be the header line"),
    ] {
      XCTAssertEqual(
        problem(header),
        Diagnostic(
          message, at: SourceLocation(file: "scores.csv", line: 1), excerpt: header,
          remedy: "expected: participant,date,seal"))
    }
  }

  func testAHeaderWithoutItsEndIsAProblemHoweverMuchIsThere() {
    XCTAssertEqual(
      problem("", isCutOff: true)?.message, "the file is empty: its header line is missing")
    for header in ["p", "participant,date,seal"] {
      XCTAssertEqual(
        problem(header, isCutOff: true)?.message, "the file ends in its header line")
    }
  }

  private func problem(_ header: String, isCutOff: Bool = false) -> Diagnostic? {
    HeaderProblem.diagnostic(
      Array(header.utf8), isCutOff: isCutOff, schema: schema, file: "scores.csv")
  }
}
