import TestSupport
import Records
import Text
import XCTest

@testable import Storage

final class StoreRepairTests: XCTestCase {
  /// Both files saved by an editor that dropped the last line end: afterwards they are as they
  /// were.
  func testWhatAnEditorDidIsUndone() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format, .two)
      let history = try RandomHistory(test.program, seed: 5)
      try test.write(events: history.events, assessments: history.assessments)
      let before = try test.everything()
      for name in [test.participantsName, test.scoresName] {
        let text = try test.text(name).dropLast()
        try test.put("\u{FEFF}" + text.replacing("\n", with: "\r\n"), in: name)
      }
      let done = try repair(test)
      XCTAssertEqual(done.count, 4)
      let after = try test.everything()
      XCTAssertEqual(after.filter { !$0.key.hasPrefix("recovered") }, before)
      XCTAssertEqual(after.count, before.count + 2)
      XCTAssertEqual(try repair(test), [])
      let left = try await test.folder().check(test.program, threads: 1).problems
      XCTAssertEqual(left, [])
    }
  }

  func testAFileThatIsMissingOrNoFileIsLeftToThePerson() throws {
    let test = try TestProgram(.csv)
    try FileSystem.posix.remove(test.path + "/participants.csv")
    try FileSystem.posix.remove(test.path + "/scores.csv")
    XCTAssertEqual(mkfifo(test.path + "/scores.csv", 0o600), 0)
    XCTAssertEqual(try repair(test), [])
  }

  func testWhatWasDoneIsToldWhereTheRestFails() throws {
    let test = try TestProgram(.csv)
    for name in ["participants.csv", "scores.csv"] {
      try test.put(try test.text(name).replacing("\n", with: "\r\n"), in: name)
    }
    let faulty = FaultyFileSystem(.init(call: .rename, number: 1, reason: .full))
    let found = problems { try repair(test, faulty.files) }
    XCTAssertEqual(
      found.map(\.message),
      [
        "1 line ending was changed from CR LF to LF",
        "could not write \(test.path)/scores.csv: the disk is full",
      ])
  }

  func testItWaitsForAWriter() throws {
    let test = try TestProgram()
    let writer = try FileSystem.posix.open(test.path, .folder)
    XCTAssertTrue(try FileSystem.posix.tryLock(writer))
    let pauses = CallCount()
    var files = FileSystem.posix
    files.pause = { _ in if pauses.add() == 2 { FileSystem.posix.close(writer) } }
    XCTAssertEqual(try repair(test, files), [])
    XCTAssertEqual(pauses.count, 2)
  }

  private func repair(
    _ test: TestProgram, _ files: FileSystem = .posix
  ) throws -> [StoreNotice] {
    try test.folder(files).repair(test.program, at: SampleProgram.now(), waiting: {})
  }
}
