import TestSupport
import Foundation
import Records
import Text
import XCTest

@testable import Storage

final class BackupTests: XCTestCase {
  func testABackupHoldsTheProgramByteForByte() throws {
    for format in LineFormat.allCases {
      let test = try BackedUpProgram.sample(format)
      let before = try test.everything()
      let summary = try BackedUpProgram.backUp(test)
      XCTAssertEqual(summary.files, 5)
      XCTAssertEqual(summary.bytes, before.values.reduce(0) { $0 + $1.count })
      XCTAssertEqual(summary.notices, [])
      XCTAssertEqual(try test.everything(), before)
      let backup = try BackupFile(BackedUpProgram.path(test), .posix)
      defer { backup.close() }
      XCTAssertEqual(backup.members.map(\.path), try sorted(before.keys, test))
      for member in backup.members {
        XCTAssertEqual(try member.contents.all(), before[member.path], member.path)
      }
      XCTAssertEqual(backup.folders, ["instruments", "recovered"])
      XCTAssertEqual(
        try FileSystem.posix.status(BackedUpProgram.path(test))?.permissions, 0o600)
    }
  }

  /// The settings come last.
  private func sorted(_ names: some Sequence<String>, _ test: TestProgram) throws -> [String] {
    let first = [test.participantsName, test.scoresName]
    return first + names.filter { $0.contains("/") }.sorted() + ["program.json"]
  }

  func testTheSameProgramAtTheSameMomentGivesTheSameBytes() throws {
    let test = try BackedUpProgram.sample(.csv)
    try BackedUpProgram.backUp(test)
    let first = try BackedUpProgram.bytes(test)
    try FileManager.default.removeItem(atPath: BackedUpProgram.path(test))
    try BackedUpProgram.backUp(test)
    XCTAssertEqual(try BackedUpProgram.bytes(test), first)
  }

  /// Others write between any two calls of the backup to the disk: what it holds is a store of one
  /// moment, in which everyone with a score is enrolled.
  func testOthersMayWriteMeanwhile() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(events: [try SampleProgram.event("P0")])
      let before = try test.text(test.scoresName)
      let calls = CallCount()
      let busy = Self.interrupted {
        let name = "P\(calls.add())"
        let happened = try? test.write(
          events: [SampleProgram.event(name)], assessments: [SampleProgram.assessment(name)])
        XCTAssertNotNil(happened)
      }
      let summary = try test.folder(busy).backUp(
        test.settings, to: BackedUpProgram.path(test), at: SampleProgram.now())
      XCTAssertGreaterThan(calls.count, 5)
      XCTAssertEqual(summary.notices, [])
      let restored = try TestProgram(format, isMade: false)
      try await BackedUpProgram.restore(test, into: restored)
      let cohort = try await restored.folder().loadCohort(test.program, threads: 1)
      XCTAssertGreaterThan(cohort.table.participants.count, 1)
      XCTAssertTrue(try restored.text(test.scoresName).hasPrefix(before))
      XCTAssertTrue(
        try test.text(test.scoresName).hasPrefix(try restored.text(test.scoresName)))
    }
  }

  /// A file system where something happens before each opening and each reading of a file.
  private static func interrupted(_ happen: @escaping @Sendable () -> Void) -> FileSystem {
    var files = FileSystem.posix
    files.open = { path, purpose throws(FileError) in
      happen()
      return try FileSystem.posix.open(path, purpose)
    }
    files.size = { handle throws(FileError) in
      happen()
      return try FileSystem.posix.size(handle)
    }
    return files
  }

  func testATornLastLineIsLeftOutAndTold() throws {
    let test = try BackedUpProgram.sample(.csv)
    let whole = try test.bytes(test.scoresName)
    try test.put(whole + Array("P1,base".utf8), in: test.scoresName)
    XCTAssertEqual(
      try BackedUpProgram.backUp(test).notices,
      [.tornLineIgnored(file: "scores.csv", text: "P1,base")])
    let backup = try BackupFile(BackedUpProgram.path(test), .posix)
    defer { backup.close() }
    XCTAssertEqual(try backup.members[1].contents.all(), whole)
  }

  func testLinesOfAnInterruptedCommandAreLeftOutAndTold() throws {
    let test = try BackedUpProgram.sample(.csv)
    let whole = try test.bytes(test.scoresName)
    let note = UnfinishedEntries(sizes: [test.scoresName: whole.count])
    try test.write(assessments: [
      try SampleProgram.assessment("P1", .void, answers: nil, score: nil)
    ])
    try test.put(note.bytes, in: ProgramFolder.unfinishedName)
    XCTAssertEqual(try BackedUpProgram.backUp(test).notices, [.unfinishedEntriesIgnored])
    let backup = try BackupFile(BackedUpProgram.path(test), .posix)
    defer { backup.close() }
    XCTAssertEqual(try backup.members[1].contents.all(), whole)
    XCTAssertFalse(backup.members.contains { $0.path == ProgramFolder.unfinishedName })
  }

  func testNothingIsWrittenOver() throws {
    let test = try BackedUpProgram.sample(.csv)
    try test.put("kept", in: "../backup.tar")
    XCTAssertEqual(
      problems { try BackedUpProgram.backUp(test) }.map(\.text),
      [
        "could not write \(BackedUpProgram.path(test)): it already exists\n"
          + "  choose another name: nothing was overwritten"
      ])
    XCTAssertEqual(try test.text("../backup.tar"), "kept")
  }

  func testNamesThatNoListOfChecksumsHoldsAreRefused() throws {
    let test = try BackedUpProgram.sample(.csv)
    try test.put("x", in: "recovered/a\\b")
    XCTAssertEqual(
      problems { try BackedUpProgram.backUp(test) }.map(\.text),
      [
        "the file recovered/a\\b cannot be in a backup: its name has a backslash or a control"
          + " character\n  rename the file"
      ])
    XCTAssertNil(try FileSystem.posix.status(BackedUpProgram.path(test)))
  }

  /// What is read back is not what was written.
  func testABackupThatDoesNotComeBackIsNone() throws {
    let test = try BackedUpProgram.sample(.csv)
    var forgetful = FileSystem.posix
    forgetful.read = { handle, offset, count, buffer, position throws(FileError) in
      let found = try FileSystem.posix.read(handle, offset, count, &buffer, position)
      if handle.path.contains("/.outcomes-"), offset == 1024 { buffer[position] ^= 1 }
      return found
    }
    XCTAssertEqual(
      problems {
        try test.folder(forgetful).backUp(
          test.settings, to: BackedUpProgram.path(test), at: SampleProgram.now())
      }.map { $0.message.replacing(/\/\.outcomes-[0-9a-f]{16}/, with: "/temporary") },
      [
        "the backup \(test.parent)/temporary.part is damaged: participants.csv does not"
          + " match its checksum"
      ])
    XCTAssertNil(try FileSystem.posix.status(BackedUpProgram.path(test)))
  }

  func testWhateverFailsThereIsNoBackupOrAWholeOne() throws {
    var number = 0
    while true {
      let test = try BackedUpProgram.sample(.csv)
      let before = try test.everything()
      let faulty = FaultyFileSystem(.init(number: number, reason: .full), longest: 700)
      do {
        _ = try test.folder(faulty.files).backUp(
          test.settings, to: BackedUpProgram.path(test), at: SampleProgram.now())
        if faulty.failed == nil { break }
        XCTAssertTrue(faulty.canDoWithout, "call \(number) failed and nothing was thrown")
      } catch let found as Problems {
        XCTAssertTrue(found.diagnostics[0].message.hasSuffix("the disk is full"))
      }
      if try FileSystem.posix.status(BackedUpProgram.path(test)) != nil {
        try BackupFile(BackedUpProgram.path(test), .posix).close()
      }
      XCTAssertEqual(try test.everything(), before)
      number += 1
    }
    XCTAssertGreaterThan(number, 60)
  }
}
