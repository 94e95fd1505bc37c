import Foundation
import Records
import Storage
import TestSupport
import XCTest

final class BackupNoteTests: XCTestCase {
  func testTheLastBackupIsNoted() throws {
    let test = try TestProgram(.csv)
    XCTAssertNil(try test.folder().lastBackup())
    let first = try note("2026-01-05T10:00:00Z", "/backups/a.tar")
    let second = try note("2026-02-05T10:00:00Z", "/backups/“b”.tar")
    for backup in [first, second] {
      try test.folder().note(backup)
      XCTAssertEqual(try test.folder().lastBackup(), backup)
    }
    let before = try SampleProgram.timestamp("2026-02-05T09:59:59Z")
    XCTAssertNil(try test.folder().asKnown(at: before).lastBackup())
    XCTAssertEqual(try test.folder().asKnown(at: second.at).lastBackup(), second)
  }

  func testANoteThatCannotBeReadIsNone() throws {
    let test = try TestProgram(.csv)
    let url = URL(fileURLWithPath: test.folder().path(of: "last-backup.json"))
    for text in [
      "", "{}", "[]",
      #"{"schema": "outcomes.backup/1", "at": "yesterday", "by": "a", "file": "b"}"#,
      #"{"schema": "outcomes.backup/9", "at": "2026-01-05T10:00:00Z", "by": "a", "file": "b"}"#,
      #"{"schema": "outcomes.backup/1", "at": "2026-01-05T10:00:00Z", "file": "b"}"#,
    ] {
      try Data(text.utf8).write(to: url)
      XCTAssertNil(try test.folder().lastBackup(), text)
    }
    let readable =
      #"{"schema": "outcomes.backup/1", "at": "2026-01-05T10:00:00Z", "by": "a", "file": "b"}"#
    try Data(readable.utf8).write(to: url)
    XCTAssertNotNil(try test.folder().lastBackup())
  }

  private func note(_ moment: String, _ path: String) throws -> BackupNote {
    BackupNote(at: try SampleProgram.timestamp(moment), by: "ann", file: path)
  }
}
