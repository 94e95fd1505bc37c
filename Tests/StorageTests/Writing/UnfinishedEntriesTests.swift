import TestSupport
import Records
import Text
import XCTest

@testable import Storage

/// Several lines count together or not at all, whatever fails and wherever a command is killed.
final class UnfinishedEntriesTests: XCTestCase {
  func testTheNoteHoldsTheSizesOfBothFiles() throws {
    let test = try TestProgram(.csv)
    var notes: [String] = []
    let watched = InterruptedFileSystem { _ in
      if let note = try? test.text(ProgramFolder.unfinishedName), notes.last != note {
        notes.append(note)
      }
    }
    let sizes = [try test.bytes("participants.csv").count, try test.bytes("scores.csv").count]
    try write(test, watched.files)
    XCTAssertEqual(notes, ["{\"participants.csv\": \(sizes[0]), \"scores.csv\": \(sizes[1])}\n"])
    XCTAssertEqual(test.names().filter { $0.hasPrefix("entries") }, [])
  }

  func testASingleLineNeedsNoNote() throws {
    let test = try TestProgram(.csv)
    let faulty = FaultyFileSystem()
    try test.write(events: [try SampleProgram.event("P1")], faulty.files)
    XCTAssertFalse(
      faulty.log.contains { $0 != "status entries.unfinished" && $0.contains("entries") })
  }

  func testWhateverFailsBothFilesStayAsTheyWere() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let before = try test.everything()
      for reason in [FileError.Reason.full, .other("Input/output error")] {
        var number = 0
        while true {
          try test.putBack(before)
          let faulty = FaultyFileSystem(.init(number: number, reason: reason), longest: 100)
          do {
            try write(test, faulty.files)
            if faulty.failed == nil { break }
            XCTAssertTrue(faulty.canDoWithout, "nothing was thrown: \(faulty.failed ?? "")")
          } catch is Problems {
            XCTAssertTrue(try test.everything() == before, "\(faulty.failed ?? "")")
          }
          XCTAssertEqual(faulty.openHandles, 0)
          number += 1
        }
        XCTAssertGreaterThan(number, 35)
      }
    }
  }

  /// The disk stands still at each call, as if the command had been killed there.
  func testWhereverACommandIsKilledAllLinesCountOrNone() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format, .two)
      try test.write(events: [try SampleProgram.event("P0")])
      let everything = try test.everything()
      let before = [try test.bytes(test.participantsName), try test.bytes(test.scoresName)]
      var number = 0
      var ends: [Bool] = []
      while true {
        try test.putBack(everything)
        let killed = FaultyFileSystem(
          .init(number: number, reason: .full, forever: true), longest: 100)
        let acknowledged = (try? write(test, killed.files)) != nil
        guard let call = killed.failed else { break }
        let isThere = try await self.isThere(test, call)
        XCTAssertTrue(isThere || !acknowledged, call)
        ends.append(isThere)
        // The next command that writes leaves nothing behind and loses no byte.
        try test.write(events: [try SampleProgram.event("P9")])
        let added = [try test.bytes(test.participantsName), try test.bytes(test.scoresName)]
        XCTAssertEqual(added.map(\.count) == before.map(\.count), false)
        for (new, old) in zip(added, before) { XCTAssertTrue(new.starts(with: old), call) }
        XCTAssertEqual(test.names().filter { $0.hasPrefix("entries") }, [], call)
        let isStillThere = try await self.isThere(test, call)
        XCTAssertEqual(isStillThere, isThere, call)
        let found = try await test.folder().check(test.program, threads: 1).problems
        XCTAssertEqual(found, [], call)
        number += 1
      }
      XCTAssertEqual(ends, ends.sorted { !$0 && $1 }, "once all lines count, they stay")
      XCTAssertEqual(Set(ends), [true, false])
    }
  }

  /// Whether both lines are read, each way of reading them; one alone never is.
  private func isThere(_ test: TestProgram, _ call: String) async throws -> Bool {
    let lines = try test.folder().lines(of: try SampleProgram.participant("P1"), test.program)
    let cohort = try await test.folder().loadCohort(test.program, threads: 1).table
    let count = lines.events.count
    XCTAssertTrue((0...1).contains(count), call)
    XCTAssertEqual(lines.assessments.count, count, call)
    XCTAssertEqual(cohort.column(instrument: 0, timepoint: 0) != nil, count == 1, call)
    XCTAssertEqual(cohort.participants.ids.texts.contains("P1"), count == 1, call)
    return count == 1
  }

  func testTwoLinesOfOneFileCountTogetherToo() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let before = try test.everything()
      let events = try ["P1", "P2"].map { try SampleProgram.event($0) }
      var number = 0
      while true {
        try test.putBack(before)
        let killed = FaultyFileSystem(
          .init(number: number, reason: .full, forever: true), longest: 60)
        _ = try? test.write(events: events, killed.files)
        guard let call = killed.failed else { break }
        let found = try test.folder().participantIDs(test.program)
        XCTAssertTrue(found == [] || found == ["P1", "P2"], "\(call): \(found)")
        number += 1
      }
    }
  }

  func testWhatAKilledCommandHadWrittenIsSetAsideAndTold() async throws {
    let test = try TestProgram(.csv, .two)
    try test.write(events: [try SampleProgram.event("P0")])
    let before = try test.everything()
    try kill(test, at: "remove entries.unfinished")
    let check = try await test.folder().check(test.program, threads: 1).problems
    XCTAssertEqual(check, [StoreNotice.unfinishedEntriesIgnored.diagnostic])
    let cohort = try await test.folder().loadCohort(test.program, threads: 1)
    XCTAssertEqual(cohort.notices, [.unfinishedEntriesIgnored])
    let whole = try test.everything()
    let notices = try test.folder().repair(
      test.program, at: try SampleProgram.now(), waiting: {})
    let copies = ["participants.csv", "scores.csv"].map {
      "recovered/20260630120000-unfinished-\($0)"
    }
    XCTAssertEqual(
      notices,
      [
        .unfinishedEntriesSetAside(file: "participants.csv", movedTo: copies[0]),
        .unfinishedEntriesSetAside(file: "scores.csv", movedTo: copies[1]),
      ])
    for (name, copy) in zip(["participants.csv", "scores.csv"], copies) {
      let kept = try XCTUnwrap(before[name])
      XCTAssertEqual(try test.bytes(name), kept)
      XCTAssertEqual(kept + (try test.bytes(copy)), whole[name])
    }
  }

  /// While the command is still at work, its note is no reason to worry anyone.
  func testANoteOfACommandAtWorkIsNotToldOf() async throws {
    let test = try TestProgram(.csv, .two)
    try kill(test, at: "remove entries.unfinished")
    let lock = try FileSystem.posix.open(test.path, .folder)
    defer { FileSystem.posix.close(lock) }
    XCTAssertTrue(try FileSystem.posix.tryLock(lock))
    let cohort = try await test.folder().loadCohort(test.program, threads: 1)
    XCTAssertEqual(cohort.notices, [])
    XCTAssertEqual(cohort.table.participants.count, 0)
  }

  /// Setting aside is itself killed at each call, and then done by the next command.
  func testSettingAsideCanBeKilledToo() async throws {
    let test = try TestProgram(.json, .two)
    try kill(test, at: "remove entries.unfinished")
    let before = try test.everything()
    var number = 0
    while true {
      try test.putBack(before)
      let killed = FaultyFileSystem(.init(number: number, reason: .full, forever: true))
      _ = try? test.folder(killed.files).repair(
        test.program, at: try SampleProgram.now(), waiting: {})
      guard let call = killed.failed else { break }
      let isThere = try await self.isThere(test, call)
      XCTAssertFalse(isThere, call)
      _ = try test.folder().repair(test.program, at: try SampleProgram.now(), waiting: {})
      let found = try await test.folder().check(test.program, threads: 1).problems
      XCTAssertEqual(found, [], call)
      number += 1
    }
    XCTAssertGreaterThan(number, 30)
  }

  /// More lines than are kept in memory.
  func testManyLinesAreWrittenInPartsAndCountTogether() async throws {
    let reason = String(repeating: "x", count: 300_000)
    let events = try (1...5).map { try SampleProgram.event("P\($0)", reason: reason) }
    let whole = try TestProgram(.csv, .two)
    for event in events { try whole.write(events: [event]) }
    let test = try TestProgram(.csv, .two)
    let header = try test.bytes("participants.csv")
    var sizes: [Int] = []
    let watched = InterruptedFileSystem { path in
      guard path.hasSuffix("entries.unfinished") else { return }
      sizes.append((try? test.bytes("participants.csv").count) ?? 0)
    }
    try test.write(events: events, watched.files)
    XCTAssertEqual(try test.everything(), try whole.everything())
    XCTAssertEqual(sizes.first, header.count)
    for call in ["synchronize participants.csv", "remove entries.unfinished"] {
      let killed = try TestProgram(.csv, .two)
      try kill(killed, at: call, events: events)
      XCTAssertEqual(
        try killed.folder().participantIDs(killed.program), [], call)
    }
  }

  func testLinesOfARefusedCommandAreTakenBack() throws {
    let test = try TestProgram(.csv)
    let before = try test.everything()
    let large = try SampleProgram.event("P1", reason: String(repeating: "x", count: 1_100_000))
    let small = try SampleProgram.event("P2")
    let found = problems {
      try test.folder().write(
        test.settings, at: SampleProgram.now(), waiting: {}
      ) { writer throws(Problems) in
        try writer.append(large)
        try writer.append(small)
        throw Problems(Diagnostic("no"))
      }
    }
    XCTAssertEqual(found, [Diagnostic("no")])
    XCTAssertEqual(try test.everything(), before)
  }

  func testANoteThatIsNoNoteIsToldOf() throws {
    let test = try TestProgram(.csv)
    for (note, message) in [
      ("no", "entries.unfinished:1:1: this is not valid JSON"),
      ("{\"scores.csv\": -1}", "expected a size in bytes"),
      ("{\"../scores.csv\": 1}", "unknown key “../scores.csv”"),
    ] {
      try test.put(note, in: ProgramFolder.unfinishedName)
      for body in [
        { _ = try test.folder().participantIDs(test.program) },
        { try test.write(events: [try SampleProgram.event("P1")]) },
      ] {
        let text = problems(body).map(\.text).joined()
        XCTAssertTrue(text.contains(message), text)
      }
    }
  }

  private func write(_ test: TestProgram, _ files: FileSystem) throws {
    try test.write(
      events: [try SampleProgram.event("P1", site: "north")],
      assessments: [try SampleProgram.assessment("P1")], files)
  }

  /// Lets a command that adds lines to both files end at the first call of this name.
  private func kill(
    _ test: TestProgram, at call: String, events: [ParticipantEvent]? = nil
  ) throws {
    let events = try events ?? [try SampleProgram.event("P1")]
    let score = try SampleProgram.assessment("P1")
    let rehearsal = FaultyFileSystem()
    let other = try TestProgram(test.settings.store, test.settings.schema)
    try other.write(events: events, assessments: [score], rehearsal.files)
    let number = try XCTUnwrap(rehearsal.log.firstIndex(of: call))
    let killed = FaultyFileSystem(.init(number: number, reason: .full, forever: true))
    XCTAssertThrowsError(try test.write(events: events, assessments: [score], killed.files))
    XCTAssertEqual(killed.failed, call)
  }
}
