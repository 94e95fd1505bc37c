import TestSupport
import Records
import Storage
import Text
import XCTest

final class StoreWriterTests: XCTestCase {
  private static let participantsHeader =
    "participant,enrolled_on,action,recorded_at,recorded_by,reason,site,seal\n"
  private static let scoresHeader =
    "participant,timepoint,instrument,date,answers,score,action,recorded_at,recorded_by,reason,seal\n"

  /// The seals are those that Python's hashlib gives.
  func testTheBytesOnDiskAreTheContractsInCSV() throws {
    let test = try TestProgram(.csv)
    try writeThreeLines(test)
    XCTAssertEqual(
      try test.text("participants.csv"),
      Self.participantsHeader
        + "P1,2026-01-05,enroll,2026-06-30T12:00:00Z,ada,,\"north, by the \"\"sea\"\"\","
        + "38dda05152f7f4ea\n")
    XCTAssertEqual(
      try test.text("scores.csv"),
      Self.scoresHeader
        + "P1,baseline,ucla-3,2026-01-06,1 2 3,6,record,2026-06-30T12:00:00Z,ada,,8035735badd08c52\n"
        + "P1,baseline,ucla-3,2026-01-06,1 . 3,,correct,2026-06-30T12:00:00Z,ada,typed twice,"
        + "b0ab5414c06fe1e3\n")
  }

  /// The seals are those that Python's hashlib gives.
  func testTheBytesOnDiskAreTheContractsInJSON() throws {
    let test = try TestProgram(.json)
    try writeThreeLines(test)
    XCTAssertEqual(
      try test.text("participants.jsonl"),
      #"{"participant":"P1","enrolled_on":"2026-01-05","action":"enroll","#
        + #""recorded_at":"2026-06-30T12:00:00Z","recorded_by":"ada","#
        + #""site":"north, by the \"sea\"","seal":"da5bfa1511d8af21"}"# + "\n")
    XCTAssertEqual(
      try test.text("scores.jsonl"),
      #"{"participant":"P1","timepoint":"baseline","instrument":"ucla-3","date":"2026-01-06","#
        + #""answers":"1 2 3","score":6,"action":"record","recorded_at":"2026-06-30T12:00:00Z","#
        + #""recorded_by":"ada","seal":"e5dba6ceccd35de6"}"# + "\n"
        + #"{"participant":"P1","timepoint":"baseline","instrument":"ucla-3","date":"2026-01-06","#
        + #""answers":"1 . 3","action":"correct","recorded_at":"2026-06-30T12:00:00Z","#
        + #""recorded_by":"ada","reason":"typed twice","seal":"5372ee2e2d1ccf14"}"# + "\n")
  }

  private func writeThreeLines(_ test: TestProgram) throws {
    try test.write(
      events: [try SampleProgram.event("P1", site: "north, by the \"sea\"")],
      assessments: [
        try SampleProgram.assessment("P1"),
        try SampleProgram.assessment(
          "P1", .correct, answers: [1, nil, 3], score: nil, reason: "typed twice"),
      ])
  }

  /// However many lines come at once, and in however many sessions, the file is the same.
  func testManyLinesAreSealedAsOneByOne() throws {
    for format in LineFormat.allCases {
      let many = try TestProgram(format)
      let lines = try SealOracle.lines("unsealed", format)
      let cut = try XCTUnwrap(lines.firstIndex(of: ASCII.lineFeed)) + 1
      for part in [lines[..<cut], lines[cut...]] {
        _ = try many.folder().write(
          many.settings, at: SampleProgram.now(), waiting: {}
        ) { writer throws(Problems) in
          try writer.append(lines: Array(part), to: .participants)
        }
      }
      let header = format.hasHeader ? Array(Self.participantsHeader.utf8) : []
      XCTAssertEqual(
        try many.bytes(many.participantsName), header + (try SealOracle.lines("sealed", format)))
    }
  }

  func testAnAcceptanceIsALineOfEitherFile() throws {
    let test = try TestProgram(.csv)
    let acceptance = FileEvent(
      .accept, recordedAt: try SampleProgram.now(), recordedBy: "ada",
      text: Acceptance.text(place: "line 2", digest: "0123456789abcdef", reason: "ours"))
    _ = try test.folder().write(
      test.settings, at: SampleProgram.now(), waiting: {}
    ) { writer throws(Problems) in
      for file in StoreFile.allCases { try writer.append(acceptance, to: file) }
    }
    let reason = "2026-06-30T12:00:00Z,ada,\"accepted line 2, 0123456789abcdef: ours\","
    XCTAssertTrue(
      try test.text("participants.csv").hasPrefix(Self.participantsHeader + ",,accept," + reason))
    XCTAssertTrue(
      try test.text("scores.csv").hasPrefix(Self.scoresHeader + ",,,,,,accept," + reason))
  }

  func testWhatTheBodyGivesIsHandedOn() throws {
    let test = try TestProgram()
    let (result, notices) = try test.folder().write(
      test.settings, at: SampleProgram.now(), waiting: {}
    ) { _ in 7 }
    XCTAssertEqual(result, 7)
    XCTAssertEqual(notices, [])
  }

  /// Acknowledged means on the disk: the last thing done to the file is to synchronize it.
  func testALineIsOnTheDiskBeforeItIsAcknowledged() throws {
    let test = try TestProgram()
    let faulty = FaultyFileSystem()
    try test.write(events: [try SampleProgram.event("P1")], faulty.files)
    let changes = faulty.log.filter {
      !["read", "size", "status"].contains($0.prefix { $0 != " " })
    }
    XCTAssertEqual(
      changes,
      [
        "open program", "tryLock program", "open program.json", "open participants.csv",
        "open scores.csv", "write participants.csv", "synchronize participants.csv",
      ])
    XCTAssertEqual(faulty.openHandles, 0)
  }

  func testEveryFailingCallLeavesBothFilesAsTheyWere() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(
        events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
      let before = try test.everything()
      let correction = try SampleProgram.assessment("P1", .correct, score: 6, reason: "again")
      for reason in FaultyFileSystem.reasons {
        var number = 0
        while true {
          let faulty = FaultyFileSystem(.init(number: number, reason: reason), longest: 50)
          let found = problemsIfAny { try test.write(assessments: [correction], faulty.files) }
          XCTAssertEqual(faulty.openHandles, 0)
          if faulty.log.count <= number { break }
          let words = try XCTUnwrap(faulty.failed)
          let call = String(words.prefix { $0 != " " })
          XCTAssertEqual(found.count, 1, words)
          XCTAssertTrue(
            found[0].message.hasPrefix("could not \(call) \(test.path)"), found[0].message)
          XCTAssertEqual(try test.everything(), before, words)
          number += 1
        }
        // Folder, lock, two looks at two files each, and a line of several short writes.
        XCTAssertGreaterThan(number, 15)
        XCTAssertNotEqual(try test.everything(), before)
        for (name, bytes) in before { try test.put(bytes, in: name) }
      }
    }
  }

  private func problemsIfAny(_ body: () throws -> Void) -> [Diagnostic] {
    do {
      try body()
    } catch let problems as Problems {
      return problems.diagnostics
    } catch {
      XCTFail("\(error)")
    }
    return []
  }

  func testShortWritesAddUpToTheWholeLine() throws {
    for format in LineFormat.allCases {
      let whole = try TestProgram(format)
      let pieces = try TestProgram(format)
      let history = try RandomHistory(whole.program, seed: 1)
      try whole.write(events: history.events, assessments: history.assessments)
      try pieces.write(
        events: history.events, assessments: history.assessments,
        FaultyFileSystem(longest: 7).files)
      XCTAssertEqual(try pieces.everything(), try whole.everything())
    }
  }

  func testASecondWriterWaitsUntilTheFirstHasEnded() throws {
    let test = try TestProgram()
    let first = try FileSystem.posix.open(test.path, .folder)
    XCTAssertTrue(try FileSystem.posix.tryLock(first))
    let pauses = CallCount()
    var files = FileSystem.posix
    files.pause = { milliseconds in
      XCTAssertEqual(milliseconds, 5)
      if pauses.add() == 3 { FileSystem.posix.close(first) }
    }
    try test.write(events: [try SampleProgram.event("P1")], files)
    XCTAssertEqual(pauses.count, 3)
    XCTAssertEqual(
      try test.folder().events(of: SampleProgram.participant("P1"), test.program).count, 1)
  }

  func testAWaitingWriterSaysSoOnceAfterASecondAndGivesUpAfterHalfAMinute() throws {
    let test = try TestProgram()
    let before = try test.everything()
    let first = try FileSystem.posix.open(test.path, .folder)
    defer { FileSystem.posix.close(first) }
    XCTAssertTrue(try FileSystem.posix.tryLock(first))
    let waited = CallCount()
    var files = FileSystem.posix
    files.pause = { waited.add($0) }
    var saidAt: [Int] = []
    let found = problems {
      try test.folder(files).write(
        test.settings, at: SampleProgram.now(), waiting: { saidAt.append(waited.count) }
      ) { _ in XCTFail("wrote without the lock") }
    }
    XCTAssertEqual(saidAt, [1000])
    XCTAssertEqual(waited.count, 30_000)
    XCTAssertEqual(
      found.map(\.text),
      [
        "another command has been writing to this program for half a minute\n"
          + "  try again when it has finished; nothing was changed"
      ])
    XCTAssertEqual(try test.everything(), before)
  }

  func testTheLockEndsWithTheWriting() throws {
    let test = try TestProgram()
    var files = FileSystem.posix
    files.pause = { _ in XCTFail("waited for a lock that nobody has") }
    try test.write(events: [try SampleProgram.event("P1")], files)
    _ = problems {
      try test.folder(files).write(
        test.settings, at: SampleProgram.now(), waiting: {}
      ) { _ throws(Problems) in throw Problems(Diagnostic("no")) }
    }
    try test.write(events: [try SampleProgram.event("P2")], files)
  }

  func testReadersDoNotWaitForAWriter() async throws {
    let test = try TestProgram(.csv, .two)
    try test.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    let writer = try FileSystem.posix.open(test.path, .folder)
    defer { FileSystem.posix.close(writer) }
    XCTAssertTrue(try FileSystem.posix.tryLock(writer))
    let faulty = FaultyFileSystem()
    var files = faulty.files
    files.pause = { _ in XCTFail("a reader waited") }
    let folder = test.folder(files)
    let person = try SampleProgram.participant("P1")
    XCTAssertEqual(try folder.events(of: person, test.program).count, 1)
    XCTAssertEqual(try folder.assessments(of: person, test.program).count, 1)
    let cohort = try await folder.loadCohort(test.program, threads: 2)
    XCTAssertEqual(cohort.table.participants.count, 1)
    let found = try await folder.check(test.program, threads: 2).problems
    XCTAssertEqual(found, [])
    XCTAssertFalse(faulty.log.contains { $0.hasPrefix("tryLock") })
    XCTAssertEqual(faulty.openHandles, 0)
  }

  func testWhatTheBodyThrowsIsThrown() throws {
    let test = try TestProgram()
    let found = problems {
      try test.folder().write(
        test.settings, at: SampleProgram.now(), waiting: {}
      ) { _ throws(Problems) in throw Problems(Diagnostic("no")) }
    }
    XCTAssertEqual(found, [Diagnostic("no")])
  }
}
