import Foundation
import Storage
import TestSupport
import XCTest

@testable import Commands

/// After an erasure, nothing in the program's folder says whose the scores are, and the numbers of
/// everyone together are as before.
final class ErasureTests: XCTestCase {
  private static let erasing = "withdraw P003 --scope erase --reason asked --yes"
  /// Everything that is known of P003, and what others' lines say of P003.
  private static let personal = ["P003", "p003", "Harbor", "knocked", "violin", "neighbor"]

  func testNothingInTheFolderSaysWhoseItIs() async throws {
    for format in ["csv", "json"] {
      let place = try await program(format)
      let before = try await numbers(place)
      let history = try await run("history P0031 --format csv", place)
      let output = try await run(Self.erasing, place)
      XCTAssertTrue(output.contains("removed from recovered/"), output)
      try requireErased(place)
      let after = try await numbers(place)
      XCTAssertEqual(after, before, format)
      let check = try await run("check", place)
      XCTAssertEqual(check, "", format)
      // Everyone else's lines are as they were, but for the reasons that name P003.
      let others = try await run("history P0031 --format csv", place)
      XCTAssertEqual(
        others.components(separatedBy: "\n").count, history.components(separatedBy: "\n").count)
      XCTAssertTrue(others.contains("not P0030"))
    }
  }

  /// Wherever a call to the disk fails, the numbers are those of before, and running the command
  /// again completes what was begun. Without `OUTCOMES_LONG=1`, only some calls fail.
  func testAnInterruptedErasureIsCompletedByAnother() async throws {
    for format in ["csv", "json"] {
      let place = try await program(format)
      let before = try await numbers(place)
      let folder = place.folder.appendingPathComponent("program")
      let copy = place.folder.appendingPathComponent("copy")
      try FileManager.default.copyItem(at: folder, to: copy)
      var number = 0
      var interruptions = 0
      while true {
        let disk = FaultyFileSystem(.init(number: number, reason: .full), longestWrite: 300)
        let code = await Commands.run(
          ShellWords.split(Self.erasing + " --store program"),
          try place.world(files: disk.files))
        _ = place.takeOutput()
        guard let failed = disk.failed else { break }
        let what = "\(format): \(failed), call \(number)"
        let numbers = try await numbers(place)
        XCTAssertEqual(numbers, before, what)
        let isKnown = try await isKnown("P003", place)
        if code != 0, isKnown {
          let check = try await run("check", place, code: nil)
          if check.contains("was interrupted: the numbers are right") {
            interruptions += 1
            try await requireNothingElse(place, what)
          }
          _ = try await run(Self.erasing, place)
        }
        try requireErased(place, what)
        _ = try await run("check", place)
        let done = try await self.numbers(place)
        XCTAssertEqual(done, before, what)
        try FileManager.default.removeItem(at: folder)
        try FileManager.default.copyItem(at: copy, to: folder)
        number += Fixtures.areSearchesLong ? 1 : 9
      }
      XCTAssertGreaterThan(number, 60, format)
      XCTAssertGreaterThan(interruptions, 0, format)
    }
  }

  /// Until an erasure is completed, nothing else can be done about the id, and nothing that reads
  /// the cohort is silent about it.
  private func requireNothingElse(_ place: TestWorld, _ what: String) async throws {
    for command in ["undo --yes", "enroll P003", "show P003", "rename P003 P9 --reason x"] {
      let err = try await run(command, place, code: 1)
      // Once the scores are rewritten, their last line says what cannot be taken back.
      let isRefused =
        err.contains("the erasure of P003 was interrupted")
        || command.hasPrefix("undo") && err.contains("cannot be taken back: erase")
      XCTAssertTrue(isRefused, "\(what) \(command): \(err)")
    }
    let code = await Commands.run(
      ShellWords.split("summary --format json --store program"), try place.world())
    XCTAssertEqual(code, 0)
    XCTAssertTrue(
      place.takeOutput().err.contains("the files still hold what was to be erased"), what)
    let backup = await Commands.run(
      ShellWords.split("backup \(UUID().uuidString).tar --store program"), try place.world())
    XCTAssertEqual(backup, 0)
    XCTAssertTrue(
      place.takeOutput().err.contains("the files still hold what was to be erased"), what)
  }

  private func requireErased(_ place: TestWorld, _ what: String = "") throws {
    let folder = place.folder.appendingPathComponent("program")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for name in names where !name.hasSuffix("instruments") && !name.hasSuffix("recovered") {
      let text = String(
        decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
      for word in Self.personal where text.replacing("P0031", with: "").contains(word) {
        // P0030 and P0031 are other people.
        if word == "P003", !text.contains(/P003(?![01])/) { continue }
        XCTFail("\(what) \(name) holds “\(word)”")
      }
    }
  }

  /// A program in which much is said of P003, also where nobody looks.
  private func program(_ format: String) async throws -> TestWorld {
    let place = try TestWorld()
    for command in [
      "init program --instruments ucla-3,phq-9 --attributes site --format \(format)",
      "enroll P001 --on 2026-01-05 --set site=North",
      "enroll P003 --on 2026-01-05 --set site=Harbor",
      "enroll P0030 --on 2026-01-06 --set site=South",
      "enroll P0031 --on 2026-01-06 --set site=South",
      "record P003 baseline ucla-3 --answers 332 --date 2026-01-05",
      "record P0031 baseline ucla-3 --answers 332 --date 2026-01-06",
      "set attributes +language --reason 'P003 knocked'",
      "record P003 day30 ucla-3 --answers 232 --date 2026-02-05",
      "record P003 day30 phq-9 --answers 123012301 --date 2026-02-05",
      "correct P003 day30 phq-9 --answers 123012300 --reason 'plays the violin'",
      "acknowledge P003 day30 phq-9 --reason 'neighbor called'",
      "correct P0031 baseline ucla-3 --answers 331 --reason 'that was p003’s neighbor'",
      "correct P0031 baseline ucla-3 --answers 321 --reason 'not P0030'",
      "update P003 --set language=Harbor --reason knocked",
      "record P001 baseline ucla-3 --answers 111 --date 2026-01-05",
      "withdraw P003 --reason 'took the violin along'",
    ] {
      let isNew = command.hasPrefix("init")
      let code = await Commands.run(
        ShellWords.split(isNew ? command : command + " --store program"), try place.world())
      let err = place.takeOutput().err
      XCTAssertEqual(code, 0, "\(command): \(err)")
    }
    let recovered = place.folder.appendingPathComponent("program/recovered")
    try FileManager.default.createDirectory(at: recovered, withIntermediateDirectories: true)
    try "P001,baseline\nP003,day30,knocked\nrest".write(
      to: recovered.appendingPathComponent("1-scores.csv"), atomically: true, encoding: .utf8)
    return place
  }

  private func numbers(_ place: TestWorld) async throws -> String {
    try await run("summary --format json", place)
  }

  private func isKnown(_ id: String, _ place: TestWorld) async throws -> Bool {
    let code = await Commands.run(
      ["history", id, "--store", "program"], try place.world())
    _ = place.takeOutput()
    return code == 0
  }

  private func run(_ command: String, _ place: TestWorld, code: Int32? = 0) async throws -> String {
    let found = await Commands.run(
      ShellWords.split(command + " --store program"), try place.world())
    let (out, err) = place.takeOutput()
    if let code { XCTAssertEqual(found, code, "\(command): \(err)\(out)") }
    return code == 1 ? err : out
  }
}
