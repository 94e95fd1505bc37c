import XCTest

@testable import Arguments

final class ManualPageTests: XCTestCase {
  func testLinesThatWouldBeInstructionsAreProtected() {
    let page = ManualPage(
      version: "1.0", released: "2026-01-01",
      commands: [
        CommandDefinition(
          "go", group: .other, summary: ".start of a line",
          discussion: "back\\slash, “quoted” − 2 · 3…",
          options: [OptionDefinition("as-of", letter: "a", valueName: "DATE", help: "'the day'")],
          examples: [])
      ], files: [], environment: [], exitCodes: [])
    XCTAssertEqual(
      page.text.components(separatedBy: ".SS Other\n").last?.components(
        separatedBy: ".TP\n\\fBoutcomes\\fR \\fBhelp"
      ).first,
      #"""
      .TP
      \fBoutcomes\fR \fBgo\fR [\fB\-\-as\-of\fR \fIDATE\fR]
      \&.start of a line.
      .IP
      back\eslash, \(lqquoted\(rq \- 2 \(pc 3....
      .RS
      .TP
      \fB\-a\fR, \fB\-\-as\-of\fR \fIDATE\fR
      \&'the day'.
      .RE

      """#)
  }
}
