import Foundation
import Storage
import TestSupport
import XCTest

@testable import Commands

final class ReentryDeskTests: XCTestCase {
  private func run(
    _ command: String, _ place: TestWorld, by name: String = "dana", files: FileSystem = .posix,
    keys: [String]? = nil
  ) async throws -> (code: Int32, out: String, err: String, session: [String]) {
    let terminal = keys.map { TestTerminal($0) }
    let environment = [
      "OUTCOMES_USER": name, "OUTCOMES_STORE": "p", "TERM": "xterm", "LANG": "en_US.UTF-8",
    ]
    let world = try place.world(
      day: "2026-02-06", files: files, environment: environment, threads: 1, terminal: terminal)
    let code = await Commands.run(command.components(separatedBy: " "), world)
    let (out, err) = place.takeOutput()
    return (code, out, err, terminal?.session ?? [])
  }

  /// A program with these forms at day 30 of P001.
  private func program(_ forms: [String]) async throws -> TestWorld {
    let place = try TestWorld()
    for command in [
      "init p --instruments ucla-3,phq-9,healthy-days", "enroll P001 --on 2026-01-05",
    ] + forms.map({ "record P001 day30 \($0)" }) {
      let result = try await run(command, place)
      XCTAssertEqual(result.code, 0, "\(command): \(result.err)")
    }
    return place
  }

  private func lines(_ place: TestWorld) throws -> [String] {
    try String(contentsOf: place.folder.appendingPathComponent("p/scores.csv"), encoding: .utf8)
      .components(separatedBy: "\n")
  }

  /// Whatever was entered first, every screen is the same as long as the same fields differ.
  func testNoScreenDependsOnTheFirstEntry() async throws {
    let firsts = [
      [
        "ucla-3 --answers 3,2,3 --date 2026-02-04", "phq-9 --score 27 --date 2026-02-03",
        "healthy-days --answers 30,30 --date 2026-02-02",
      ],
      [
        "ucla-3 --answers .,2,1 --date 2026-02-05", "phq-9 --score 0 --date 2026-01-31",
        "healthy-days --answers .,0 --date 2026-01-30",
      ],
    ]
    let keys = [
      "20260206 <enter>", "2", "2", "?", "<enter>", "2", "<enter>", "?", "20260206 <enter>", "?",
      "<enter>", "2", "?", "<enter>", "2", "<left>", "<enter>", "<ctrl-c>",
    ]
    let total = [
      "20260206 <enter>", "?", "<enter>", "9 <enter>", "<enter>", "20260206 <enter>", "9 <enter>",
      "q",
    ]
    let days = [
      "20260206 <enter>", "15 <enter>", "15 <enter>", "<enter>", "20260206 <enter>", "15 <enter>",
      "?", "<enter>", "15 <enter>", "q",
    ]
    for (instrument, keys) in [("ucla-3", keys), ("phq-9", total), ("healthy-days", days)] {
      var sessions: [[String]] = []
      for first in firsts {
        let place = try await program(first)
        let result = try await run("reenter day30 \(instrument)", place, by: "sam", keys: keys)
        sessions.append(result.session)
        XCTAssertFalse(try lines(place).contains { $0.contains("second entry") })
      }
      XCTAssertEqual(sessions[0], sessions[1], instrument)
      XCTAssertTrue(
        sessions[0].contains("Is that what the paper says?"), "\(instrument): \(sessions[0])")
    }
  }

  /// The lines hold the first entry, the second one as it was keyed, and what the paper says.
  func testASecondEntryAndItsCorrectionAreWrittenTogether() async throws {
    let place = try await program(["phq-9 --answers 1,1,0,0,1,0,0,1,0 --date 2026-02-04"])
    let keys = ["20260205 <enter> 110010022 <enter>", "2026-02-04 <enter>", "13 <enter>"]
    let result = try await run("reenter day30", place, by: "sam", keys: keys)
    XCTAssertEqual(result.code, 0, result.err)
    let written = try lines(place).suffix(3).prefix(2).map {
      $0.components(separatedBy: ",").dropLast().joined(separator: ",")
    }
    XCTAssertEqual(
      written,
      [
        "P001,day30,phq-9,2026-02-05,1 1 0 0 1 0 0 2 2,7,reenter,2026-02-06T12:00:00Z,sam,"
          + "second entry",
        "P001,day30,phq-9,2026-02-04,1 1 0 0 1 0 0 1 3,7,correct,2026-02-06T12:00:00Z,sam,"
          + "second entry: the paper says 3 at item 9 (was 0)",
      ])
    XCTAssertTrue(result.err.contains("needs a person's attention today: item 9"), result.err)
    XCTAssertTrue(
      result.out.contains("PHQ-9 checked: 9 answers and the date, 3 differed, 1 corrected"),
      result.out)
  }

  /// Wherever the disk fails, the second entry and the correction both count, or neither does.
  func testBothLinesOrNone() async throws {
    let place = try await program(["ucla-3 --answers 3,2,3 --date 2026-02-04"])
    let keys = ["20260204 <enter> 322 <enter> 2 <enter>"]
    let (store, copy) = (
      place.folder.appendingPathComponent("p"), place.folder.appendingPathComponent("copy")
    )
    try FileManager.default.copyItem(at: store, to: copy)
    var written = 0
    var number = 0
    while true {
      let faulty = FaultyFileSystem(.init(number: number, reason: .full), longestWrite: 40)
      number += 1
      let result = try await run(
        "reenter day30", place, by: "sam", files: faulty.files, keys: keys)
      guard let failed = faulty.failed else { break }
      let history = try await run("export --layout history", place)
      let actions = ["reenter", "correct"].map { action in
        history.out.components(separatedBy: ",\(action),").count - 1
      }
      XCTAssertEqual(actions[0], actions[1], failed)
      if actions[0] == 0 { XCTAssertEqual(result.code, 1, failed) }
      written += actions[0]
      try FileManager.default.removeItem(at: store)
      try FileManager.default.copyItem(at: copy, to: store)
    }
    XCTAssertGreaterThan(number, 20)
    XCTAssertLessThan(written, number / 2)
  }

  /// Two people may sit at two terminals.
  func testAFormThatWasChangedInTheMeantimeIsNotOverwritten() async throws {
    let place = try await program(["ucla-3 --answers 3,2,3 --date 2026-02-04"])
    let before = try lines(place)
    // The store as it is when the form is saved, put in place when it is read under the lock.
    let correction = try await run(
      "correct P001 day30 ucla-3 --answers 1,1,1 --reason misread", place)
    XCTAssertEqual(correction.code, 0, correction.err)
    let after = try lines(place).joined(separator: "\n")
    let url = place.folder.appendingPathComponent("p/scores.csv")
    try before.joined(separator: "\n").write(to: url, atomically: false, encoding: .utf8)
    var files = FileSystem.posix
    let lock = files.tryLock
    files.tryLock = { path throws(FileError) in
      try? after.write(to: url, atomically: false, encoding: .utf8)
      return try lock(path)
    }
    let result = try await run(
      "reenter day30", place, by: "sam", files: files, keys: ["20260204 <enter> 323 <enter>"])
    XCTAssertTrue(
      result.err.contains("P001 · day30 · UCLA-3 was changed or checked by somebody else"),
      result.err)
    XCTAssertTrue(result.out.contains("checked 0 of 1 form"), result.out)
    XCTAssertEqual(result.code, 1)
    XCTAssertEqual(try lines(place).joined(separator: "\n"), after)
  }

  /// A new id is another participant's in the table, and an erasure removes the reasons: the errors
  /// stay known. Nobody knows them of somebody who withdrew from use.
  func testErrorsStayKnownUnlessTheirUseIsWithdrawn() async throws {
    let place = try await program(["ucla-3 --answers 3,2,3 --date 2026-02-04"])
    _ = try await run(
      "reenter day30", place, by: "sam", keys: ["20260204 <enter> 322 <enter> 2 <enter>"])
    let before = try await run("reenter --report --format csv", place)
    XCTAssertTrue(before.out.hasPrefix("fields,"), before.err)
    XCTAssertTrue(before.out.contains("\nitem,ucla-3,3,,,1,1,0,1,0,1,1000,"), before.out)
    for command in [
      "rename P001 P009 --reason mistyped",
      "withdraw P009 --scope erase --reason asked --on 2026-02-06 --yes",
    ] {
      let change = try await run(command, place)
      XCTAssertEqual(change.code, 0, change.err)
      let after = try await run("reenter --report --format csv", place)
      XCTAssertEqual(after.out, before.out, command)
    }
    XCTAssertFalse(try lines(place).contains { $0.contains("P001") })
    let other = try await program(["ucla-3 --answers 3,2,3 --date 2026-02-04"])
    _ = try await run(
      "reenter day30", other, by: "sam", keys: ["20260204 <enter> 322 <enter> 2 <enter>"])
    let withdrawal = try await run(
      "withdraw P001 --scope use --reason asked --on 2026-02-06 --yes", other)
    XCTAssertEqual(withdrawal.code, 0, withdrawal.err)
    let after = try await run("reenter --report", other)
    XCTAssertTrue(after.out.contains("No form was entered a second time."), after.out)
  }

  func testFormsFollowTheOrderOfTheFolder() async throws {
    let place = try await program([
      "phq-9 --score 3 --date 2026-02-04", "ucla-3 --answers 3,2,3 --date 2026-02-04",
    ])
    for command in [
      "enroll A9 --on 2026-01-05", "record A9 day30 phq-9 --score 3 --date 2026-02-04",
      "record A9 baseline phq-9 --score 3 --date 2026-01-05",
    ] {
      let result = try await run(command, place)
      XCTAssertEqual(result.code, 0, result.err)
    }
    let keys = ["20260204 <enter> 3 <enter> <enter>", "20260204 <enter> 323 <enter>", "q"]
    let result = try await run("reenter day30", place, by: "sam", keys: keys)
    let headings = result.session.filter { $0.contains(" · form ") }
    XCTAssertEqual(
      headings,
      [
        "A9 · day30 · PHQ-9, depression · form 1 of 3",
        "P001 · day30 · UCLA-3, loneliness · form 2 of 3",
        "P001 · day30 · PHQ-9, depression · form 3 of 3",
      ])
  }
}
