import TestSupport
import Records
import Text
import XCTest

@testable import Storage

/// Settings are replaced whole or not at all, whatever fails and wherever a command is killed.
final class PendingSettingsTests: XCTestCase {
  func testNewSettingsTakeThePlaceOfTheOldAndAreRecorded() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format, .two)
      try test.write(events: [try SampleProgram.event("P1", site: "north")])
      let new = try changed(test)
      XCTAssertEqual(try replace(test, by: new).map(\.key), ["attributes", "name"])
      XCTAssertEqual(try test.folder().load().settings, new.settings)
      XCTAssertEqual(test.names().filter { $0.hasSuffix(".next") }, [])
      let found = try await test.folder().check(new, threads: 1).problems
      XCTAssertEqual(found, [])
    }
  }

  func testWhateverFailsTheOldSettingsCountOrTheNew() async throws {
    for format in LineFormat.allCases {
      var number = 0
      var ends: Set<Bool> = []
      while true {
        let test = try TestProgram(format, .two)
        try test.write(events: [try SampleProgram.event("P1", site: "north")])
        let new = try changed(test)
        let faulty = FaultyFileSystem(.init(number: number, reason: .full))
        do {
          _ = try replace(test, by: new, faulty.files)
          if faulty.failed == nil { break }
        } catch is Problems {
          // What it says is the command's test.
        }
        let isNew = try await isNew(test, new, faulty.failed ?? "")
        ends.insert(isNew)
        number += 1
      }
      XCTAssertEqual(ends, [true, false])
      XCTAssertGreaterThan(number, 20)
    }
  }

  /// The disk stands still at each call, as if the command had been killed there.
  func testWhereverACommandIsKilledTheOldSettingsCountOrTheNew() async throws {
    for format in LineFormat.allCases {
      var number = 0
      var ends: Set<Bool> = []
      while true {
        let test = try TestProgram(format, .two)
        try test.write(events: [try SampleProgram.event("P1", site: "north")])
        let new = try changed(test)
        let faulty = FaultyFileSystem(.init(number: number, reason: .full, forever: true))
        _ = try? replace(test, by: new, faulty.files)
        if faulty.failed == nil { break }
        let isNew = try await isNew(test, new, faulty.failed ?? "")
        ends.insert(isNew)
        number += 1
      }
      XCTAssertEqual(ends, [true, false])
    }
  }

  func testALeftoverThatNoLineRecordsCountsForNothing() throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format, .two)
      let text = JSONWriter.pretty(try changed(test).settings.json)
      for leftover in [text, String(text.prefix(40)), ""] {
        try test.put(leftover, in: ProgramFolder.pendingName)
        XCTAssertEqual(try test.folder().load().settings, test.settings)
        try test.write(events: [try SampleProgram.event("P\(leftover.count)")])
        XCTAssertEqual(test.names().filter { $0.hasSuffix(".next") }, [])
      }
    }
  }

  func testAWriterThatKnowsOldSettingsIsRefused() throws {
    let test = try TestProgram(.csv, .two)
    _ = try replace(test, by: try changed(test))
    let found = problems { try test.write(events: [try SampleProgram.event("P1")]) }
    XCTAssertEqual(
      found.map(\.text),
      [
        "the settings of this program were changed while this command was running\n"
          + "  run it again; nothing was changed"
      ])
  }

  /// Whether the new settings count; either they or the old ones do, the chain is whole, and the
  /// next command that writes leaves nothing behind.
  private func isNew(_ test: TestProgram, _ new: Program, _ call: String) async throws -> Bool {
    let counted = try test.folder().load()
    let isNew = counted.settings == new.settings
    XCTAssertTrue(isNew || counted.settings == test.settings, call)
    var event = try SampleProgram.event("P2", site: "south")
    if isNew { event.attributes.append("es") }
    let now = try SampleProgram.now()
    _ = try test.folder().write(counted.settings, at: now, waiting: {}) { writer throws(Problems) in
      try writer.append(event)
    }
    XCTAssertEqual(
      test.names().filter { $0.hasSuffix(".next") }, [], call)
    XCTAssertEqual(try test.folder().load().settings, counted.settings, call)
    let found = try await test.folder().check(counted, threads: 1).problems
    XCTAssertEqual(found, [], call)
    return isNew
  }

  private func changed(_ test: TestProgram) throws -> Program {
    var settings = test.settings
    settings.name = "Riverside, “new”"
    settings.attributes.append("language")
    return try Program(
      settings: settings, available: test.program.instruments, file: "program.json")
  }

  private func replace(
    _ test: TestProgram, by new: Program, _ files: FileSystem = .posix
  ) throws -> [SettingsChange] {
    let now = try SampleProgram.now()
    return try test.folder(files).write(
      test.settings, at: now, waiting: {}
    ) { writer throws(Problems) in
      try writer.replaceSettings(of: SettingsRecord(test.program), by: new) { changes in
        FileEvent(
          .settings, recordedAt: now, recordedBy: "dana",
          text: SettingsEntry(reason: "asked since May", changes: changes).text)
      }
    }.0
  }
}
