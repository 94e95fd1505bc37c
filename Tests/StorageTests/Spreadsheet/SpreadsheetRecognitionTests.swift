import TestSupport
import Records
import Text
import XCTest

@testable import Storage

final class SpreadsheetRecognitionTests: XCTestCase {
  /// A thousand lines that cannot be read are one finding.
  func testEveryReaderTellsAThousandBrokenLinesInOnePiece() async throws {
    let test = try TestProgram(.csv, .two)
    let people = try (0..<1000).map { try SampleProgram.event("P\($0)") }
    let scores = try (0..<1000).map { try SampleProgram.assessment("P\($0)") }
    try test.write(events: people, assessments: scores)
    let saved = try test.text("scores.csv").replacing(",2026-01-06,", with: ",1/6/2026,")
    try test.put(saved, in: "scores.csv")
    let expected = ["this file was saved by a spreadsheet program: dates were rewritten"]
    let found = try await test.folder().check(test.program, threads: 2).problems
    XCTAssertEqual(messages(found), expected)
    do {
      _ = try await test.folder().loadCohort(test.program, threads: 2)
      XCTFail("nothing was thrown")
    } catch {
      XCTAssertEqual(messages(error.diagnostics), expected)
    }
  }

  /// While nobody can be known, what the scores say of them is nobody's fault.
  func testScoresAreNotBlamedForTheParticipantsFile() async throws {
    let test = try TestProgram(.csv, .two)
    try test.write(
      events: try ["P1", "P2"].map { try SampleProgram.event($0) },
      assessments: try ["P1", "P2"].map { try SampleProgram.assessment($0) })
    let saved = try test.text("participants.csv").replacing(",2026-01-05,", with: ",5.1.2026,")
    try test.put(saved, in: "participants.csv")
    let found = try await test.folder().check(test.program, threads: 1).problems
    XCTAssertEqual(found.map { $0.location?.file }, ["participants.csv"])
  }

  func testBothFilesHaveAFindingEach() async throws {
    let test = try TestProgram(.csv, .two)
    for name in ["participants.csv", "scores.csv"] {
      try test.put(try test.text(name).replacing("\n", with: "\r\n"), in: name)
    }
    do {
      _ = try await test.folder().check(test.program, threads: 1)
      XCTFail("nothing was thrown")
    } catch {
      XCTAssertEqual(
        error.diagnostics.map { $0.location?.file }, ["participants.csv", "scores.csv"])
    }
  }

  func testProblemsOfAnotherKindAreLeftAsTheyAre() throws {
    let test = try TestProgram(.csv, .two)
    let problems = [
      Diagnostic("a", at: SourceLocation(file: "scores.csv", line: 2), excerpt: "P1,baseline"),
      Diagnostic("b", at: SourceLocation(file: "scores.csv", line: 3), excerpt: "rubbish"),
      Diagnostic("c", at: SourceLocation(file: "program.json")), Diagnostic("d"),
    ]
    XCTAssertEqual(
      test.folder().recognizingSpreadsheets(in: problems, test.settings), problems)
  }

  /// It runs only where problems were found: a sound store is not read a second time.
  func testASoundStoreIsNotReadForIt() async throws {
    let test = try TestProgram(.csv, .two)
    try test.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    let faulty = FaultyFileSystem()
    _ = try await test.folder(faulty.files).check(test.program, threads: 1)
    // Each file once for its lines, once for its seals.
    XCTAssertEqual(faulty.log.count { $0.hasPrefix("open ") }, 4)
  }

  /// What the recognition cannot read it does without; the error that led here is told.
  func testAFailingReadLeavesTheFinding() throws {
    let test = try TestProgram(.csv, .two)
    let header = Array((StoreSchema.scores.header + "\r").utf8)
    for number in 0..<6 {
      let faulty = FaultyFileSystem(.init(number: number, reason: .full))
      let found = test.folder(faulty.files).spreadsheetFinding(
        .scores, header: header, test.settings)
      XCTAssertEqual(
        found?.message, "this file was saved by a spreadsheet program: line endings are CR LF")
      XCTAssertEqual(faulty.openHandles, 0)
    }
  }

  private func messages(_ found: [Diagnostic]) -> [String] {
    found.map { String($0.message.prefix { $0 != "(" }.dropLast()) }
  }
}
