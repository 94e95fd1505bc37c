import Text
import XCTest

final class DiagnosticTests: XCTestCase {
  func testTheTextHasAPlaceAnExcerptAndARemedyWhereThereAreSome() {
    let place = SourceLocation(file: "scores.csv", line: 2, column: 5)
    XCTAssertEqual(Diagnostic("too late").text, "too late")
    XCTAssertEqual(Diagnostic("too late", at: place).text, "scores.csv:2:5: too late")
    XCTAssertEqual(Diagnostic("too late", remedy: "hurry").text, "too late\n  hurry")
    XCTAssertEqual(
      Diagnostic("too late", at: place, excerpt: "P1,x", remedy: "hurry").text,
      """
      scores.csv:2:5: too late
        P1,x
        hurry
      """)
  }

  func testNothingThatATerminalObeysReachesIt() {
    let place = SourceLocation(file: "program.json", keyPath: "a\u{1B}[2J")
    XCTAssertEqual(
      Diagnostic("unknown key “a\u{1B}[2J”", at: place, excerpt: "\0", remedy: "\u{202E}").text,
      """
      program.json: a\u{241B}[2J: unknown key “a\u{241B}[2J”
        \u{2400}
        [U+202E]
      """)
  }

  func testWhatNobodyReadsIsCutOff() {
    let long = String(repeating: "é", count: 3_000)
    let shown = String(repeating: "é", count: 2_000) + " …"
    XCTAssertEqual(
      Diagnostic(long, excerpt: long, remedy: long).text, "\(shown)\n  \(shown)\n  \(shown)")
    let fits = String(repeating: "x", count: 2_000)
    XCTAssertEqual(Diagnostic(fits).text, fits)
  }

  func testMovingDownChangesTheLineOnly() {
    let place = SourceLocation(file: "scores.csv", line: 2, column: 5)
    let moved = Diagnostic("too late", at: place, excerpt: "P1,x", remedy: "hurry").movedDown(
      by: 40)
    XCTAssertEqual(
      moved,
      Diagnostic(
        "too late", at: SourceLocation(file: "scores.csv", line: 42, column: 5), excerpt: "P1,x",
        remedy: "hurry"))
  }

  func testWithoutALineNothingMoves() {
    let lost = Diagnostic("too late")
    XCTAssertEqual(lost.movedDown(by: 3), lost)
    let document = Diagnostic("too late", at: SourceLocation(file: "program.json", keyPath: "name"))
    XCTAssertEqual(document.movedDown(by: 3), document)
  }

  func testProblemsKeepTheirOrder() {
    let problems = [Diagnostic("second"), Diagnostic("first")]
    XCTAssertEqual(Problems(problems).diagnostics, problems)
    XCTAssertEqual(Problems(Diagnostic("only")).diagnostics, [Diagnostic("only")])
  }
}
