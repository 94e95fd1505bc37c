import TestSupport
import Records
import Storage
import Text
import XCTest

final class TornLineTests: XCTestCase {
  /// Cuts the last line of the scores file at each of its bytes, some of which are in the middle of
  /// a character: the bytes are in `recovered/`, everything else is where it was.
  func testATornLineIsSetAsideWhereverItWasCut() throws {
    for format in LineFormat.allCases {
      let whole = try TestProgram(format)
      try fill(whole)
      let sound = try whole.bytes(whole.scoresName)
      let lastLine = try XCTUnwrap(sound.dropLast().lastIndex(of: ASCII.lineFeed)) + 1
      let step = Fixtures.areSearchesLong ? 3 : 7
      for cut in stride(from: lastLine + 1, to: sound.count - 1, by: step) {
        let test = try TestProgram(format)
        try test.put(try whole.bytes(whole.participantsName), in: test.participantsName)
        try test.put(Array(sound[..<cut]), in: test.scoresName)
        let notices = try test.write()
        let name = "recovered/20260630120000-\(lastLine)-\(test.scoresName)"
        let torn = Array(sound[lastLine..<cut])
        XCTAssertEqual(
          notices,
          [
            .tornLineSetAside(
              file: test.scoresName, text: String(decoding: torn, as: UTF8.self), movedTo: name)
          ])
        XCTAssertEqual(try test.bytes(name), torn)
        XCTAssertEqual(try test.bytes(test.scoresName), Array(sound[..<lastLine]))
        XCTAssertEqual(
          try test.bytes(test.participantsName), try whole.bytes(whole.participantsName))
        XCTAssertEqual(try test.write(), [], "it is set aside once")
      }
    }
  }

  /// A line that was acknowledged and lost only its line end counts for readers, and is kept by the
  /// next writer.
  func testASealedLineWithoutItsLineEndIsKept() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try fill(test)
      let sound = try test.everything()
      for name in [test.participantsName, test.scoresName] {
        try test.put(Array(try test.bytes(name).dropLast()), in: name)
      }
      for pieceSize in [1, 100, LinePieces.usualSize] {
        let cohort = try await test.folder().loadCohort(
          test.program, threads: 2, pieceSize: pieceSize)
        XCTAssertEqual(
          cohort.notices,
          [
            .lineEndMissing(file: test.participantsName), .lineEndMissing(file: test.scoresName),
          ])
        XCTAssertEqual(cohort.table.column(instrument: 0, timepoint: 0)?.count, 1)
      }
      let notices = try test.write()
      XCTAssertEqual(
        notices.map { $0.diagnostic.message },
        Array(
          repeating: "the last line was complete, but its line ending was missing; it was added",
          count: 2))
      XCTAssertEqual(try test.everything(), sound)
    }
  }

  func testBothFilesMayBeTorn() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let sound = try test.everything()
      for name in [test.participantsName, test.scoresName] {
        try test.put(try test.bytes(name) + Array("P1 of \(name)".utf8), in: name)
      }
      let notices = try test.write()
      XCTAssertEqual(
        notices.map { $0.diagnostic.location?.file },
        [
          test.participantsName, test.scoresName,
        ])
      let all = try test.everything()
      for (name, bytes) in sound { XCTAssertEqual(all[name], bytes) }
      for name in test.names(in: "recovered") {
        let file = name.hasSuffix(test.scoresName) ? test.scoresName : test.participantsName
        XCTAssertEqual(try test.text("recovered/\(name)"), "P1 of \(file)")
      }
      XCTAssertEqual(test.names(in: "recovered").count, 2)
    }
  }

  func testALineAfterTheTornOneStandsOnALineOfItsOwn() throws {
    let test = try TestProgram(.csv)
    let sound = try test.text("scores.csv")
    try test.put(sound + "P1,base", in: "scores.csv")
    try test.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    XCTAssertEqual(
      try test.text("scores.csv"),
      sound + "P1,baseline,ucla-3,2026-01-06,1 2 3,6,record,2026-06-30T12:00:00Z,ada,,"
        + "8035735badd08c52\n")
  }

  func testATornLineLongerThanOneLookFromTheEndIsSetAsideWhole() throws {
    let test = try TestProgram(.csv)
    let sound = try test.bytes("scores.csv")
    let torn = [UInt8](repeating: UInt8(ascii: "x"), count: 10_001)
    try test.put(sound + torn, in: "scores.csv")
    try test.write(events: [], FaultyFileSystem(longest: 1000).files)
    XCTAssertEqual(try test.bytes("scores.csv"), sound)
    XCTAssertEqual(try test.bytes("recovered/\(test.names(in: "recovered")[0])"), torn)
  }

  /// The bytes are on the disk in their new place, folder entries included, before they are cut
  /// off.
  func testTheTornLineIsSafeBeforeItIsCutOff() throws {
    let test = try TestProgram(.csv)
    try test.put(try test.text("scores.csv") + "P1,base", in: "scores.csv")
    let faulty = FaultyFileSystem()
    try test.write(events: [], faulty.files)
    let calls = ["makeFolder", "write", "synchronize", "truncate"]
    let aside = try XCTUnwrap(test.names(in: "recovered").first)
    XCTAssertEqual(
      faulty.log.filter { calls.contains(String($0.prefix { $0 != " " })) },
      [
        "makeFolder recovered", "synchronize program", "write \(aside)", "synchronize \(aside)",
        "synchronize recovered", "truncate scores.csv", "synchronize scores.csv",
      ])
    XCTAssertEqual(faulty.openHandles, 0)
  }

  func testAFailingCallLosesNoByteOfTheTornLine() throws {
    for format in LineFormat.allCases {
      for call in FaultyFileSystem.Call.allCases {
        // Until the call is made less often than that.
        for number in 0..<12 {
          let test = try TestProgram(format)
          let sound = try test.bytes(test.scoresName)
          let torn = Array("P1 is töřn".utf8)
          try test.put(sound + torn, in: test.scoresName)
          let fault = FaultyFileSystem.Fault(call: call, number: number, reason: .full)
          let faulty = FaultyFileSystem(fault, longest: 4)
          _ = try? test.write(events: [], faulty.files)
          XCTAssertEqual(faulty.openHandles, 0)
          let left = try test.bytes(test.scoresName)
          XCTAssertTrue(
            left == sound + torn || left == sound && holds(torn, test), "\(fault)")
          // The next writer, in the same second, finishes what the first could not.
          try test.write()
          XCTAssertEqual(try test.bytes(test.scoresName), sound)
          XCTAssertTrue(holds(torn, test), "\(fault)")
          if faulty.failed == nil { break }
        }
      }
    }
  }

  private func holds(_ bytes: [UInt8], _ test: TestProgram) -> Bool {
    test.names(in: "recovered").contains { name in
      (try? test.bytes("recovered/\(name)")) == bytes
    }
  }

  func testWhatIsInRecoveredAlreadyIsNotWrittenOver() throws {
    let test = try TestProgram(.csv)
    for torn in ["first", "second", "third"] {
      try test.put(try test.text("scores.csv") + torn, in: "scores.csv")
      try test.write()
    }
    let offset = try test.bytes("scores.csv").count
    XCTAssertEqual(
      test.names(in: "recovered"),
      [
        "20260630120000-\(offset)-2-scores.csv", "20260630120000-\(offset)-3-scores.csv",
        "20260630120000-\(offset)-scores.csv",
      ])
    XCTAssertEqual(
      try test.names(in: "recovered").map { try test.text("recovered/\($0)") },
      ["second", "third", "first"])
  }

  func testWhatWasSetAsideIsToldWhenTheWritingFails() throws {
    let test = try TestProgram(.csv)
    try test.put(try test.text("scores.csv") + "P1,base", in: "scores.csv")
    let found = problems {
      try test.folder().write(
        test.settings, at: SampleProgram.now(), waiting: {}
      ) { _ throws(Problems) in throw Problems(Diagnostic("no")) }
    }
    XCTAssertEqual(
      Set(found.map(\.message)),
      [
        "no",
        "the last line had no line ending and no seal to show that it is complete: writing it"
          + " was probably interrupted",
      ])
  }

  func testWhatWasSetAsideIsToldWhenTheNextFileFails() throws {
    let test = try TestProgram(.csv)
    try test.put(try test.text("participants.csv") + "P1,2026", in: "participants.csv")
    try test.put("", in: "scores.csv")
    XCTAssertEqual(
      Set(problems { try test.write() }.map { $0.location?.file }),
      ["participants.csv", "scores.csv"])
  }

  private func fill(_ test: TestProgram) throws {
    try test.write(
      events: [try SampleProgram.event("é7")],
      assessments: [
        try SampleProgram.assessment("é7"),
        try SampleProgram.assessment("é7", .correct, reason: "“Zoë’s” form, 名前"),
      ])
  }
}
