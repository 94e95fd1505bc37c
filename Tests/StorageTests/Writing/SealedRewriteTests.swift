import TestSupport
import Records
import Storage
import Text
import XCTest

final class SealedRewriteTests: XCTestCase {
  /// The oracle is a store that was sealed as it was written, and to which the same line was added.
  func testAStoreWithoutSealsBecomesTheOneThatWasSealedFromTheStart() async throws {
    for format in LineFormat.allCases {
      let sealed = try TestProgram(format)
      let history = try RandomHistory(sealed.program, seed: 3)
      try sealed.write(events: history.events, assessments: history.assessments)
      let older = try TestProgram(format)
      for file in StoreFile.allCases {
        try older.put(try withoutSeals(sealed, file), in: file.name(format))
      }
      let before = try await older.folder().verifySeals(older.settings, threads: 1)
      XCTAssertEqual(before.unsealedFiles, StoreFile.allCases)
      let counts = try seal(older, StoreFile.allCases)
      XCTAssertEqual(counts, [history.events.count, history.assessments.count])
      try addHistory(to: sealed)
      XCTAssertEqual(try older.everything(), try sealed.everything())
    }
  }

  func testAFileOfWhichALineIsSealedStaysAsItIs() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(events: [try SampleProgram.event("P1"), try SampleProgram.event("P2")])
      let lines = try test.text(test.participantsName).split(separator: "\n")
      let first = try withoutSeals(test, .participants).split(separator: "\n").dropLast()
      let mixed = (Array(first) + [lines[lines.count - 1]]).joined(separator: "\n") + "\n"
      try test.put(mixed, in: test.participantsName)
      XCTAssertEqual(
        problems { try seal(test, [.participants]) }.map(\.message),
        [
          "some lines of \(test.participantsName) are sealed and some are not:"
            + " a person has to find out why"
        ])
      XCTAssertEqual(try test.text(test.participantsName), mixed)
    }
  }

  func testWhateverFailsEachFileIsTheOldOneOrTheNewOneWhole() throws {
    let sealed = try TestProgram(.csv)
    try sealed.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    let texts = try StoreFile.allCases.map { try withoutSeals(sealed, $0) }
    try addHistory(to: sealed)
    var number = 0
    while true {
      let older = try TestProgram(.csv)
      var old: [String: [UInt8]] = [:]
      for (file, text) in zip(StoreFile.allCases, texts) {
        let name = file.name(.csv)
        old[name] = Array(text.utf8)
        try older.put(old[name] ?? [], in: name)
      }
      let faulty = FaultyFileSystem(.init(number: number, reason: .full))
      do {
        _ = try seal(older, StoreFile.allCases, faulty.files)
        if faulty.failed == nil { break }
        XCTAssertTrue(faulty.canDoWithout, "call \(number) failed and nothing was thrown")
      } catch let found as Problems {
        XCTAssertTrue(found.diagnostics[0].message.contains("the disk is full"))
      }
      for (name, bytes) in old {
        XCTAssertTrue([bytes, try sealed.bytes(name)].contains(try older.bytes(name)))
      }
      number += 1
    }
    XCTAssertGreaterThan(number, 25)
  }

  /// Adds the line that sealing all others adds.
  private func addHistory(to test: TestProgram) throws {
    let first = test.settings.store.hasHeader ? 2 : 1
    let now = try SampleProgram.now()
    for file in StoreFile.allCases {
      let lines = try test.text(file.name(test.settings.store)).split(separator: "\n").count
      let place = lines == first ? "line \(first)" : "lines \(first)-\(lines)"
      _ = try test.folder().write(
        test.settings, at: now, waiting: {}
      ) { writer throws(Problems) in
        try writer.append(
          FileEvent(
            .migrate, recordedAt: now, recordedBy: "ada",
            text: "sealed \(place), which had no seals before"), to: file)
      }
    }
  }

  private func seal(
    _ test: TestProgram, _ storeFiles: [StoreFile], _ files: FileSystem = .posix
  ) throws -> [Int] {
    let now = try SampleProgram.now()
    return try test.folder(files).write(
      test.settings, at: SampleProgram.now(), waiting: {}
    ) { writer throws(Problems) in
      var counts: [Int] = []
      for file in storeFiles {
        counts.append(
          try writer.sealEveryLine(of: file) {
            FileEvent(.migrate, recordedAt: now, recordedBy: "ada", text: $0)
          })
      }
      return counts
    }.0
  }

  /// The file as version 0.1.0 would have written it: with the column empty, or the key left out.
  private func withoutSeals(_ test: TestProgram, _ file: StoreFile) throws -> String {
    try test.text(file.name(test.settings.store))
      .replacing(/,"seal":"[0-9a-f]{16}"}/, with: "}")
      .replacing(/,[0-9a-f]{16}\n/, with: ",\n")
  }
}
