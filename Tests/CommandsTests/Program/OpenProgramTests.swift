import Arguments
import Foundation
import Records
import Storage
import TestSupport
import Text
import XCTest

@testable import Commands

/// A program as it was known earlier, as commands show it.
final class OpenProgramTests: XCTestCase {
  /// What is computed in March, and again in November after corrections, voids, enrollments and
  /// withdrawals.
  func testFiguresOfMarchComeOutAgainInNovember() async throws {
    for format in ["csv", "json"] {
      let place = try TestWorld()
      try await Self.enterUntilMarch(place, format)
      let questions = [
        ["summary"], ["summary", "--by", "site", "--format", "csv"], ["savings"],
        ["summary", "--format", "json"], ["savings", "--format", "json"], ["benchmark"],
        ["benchmark", "--format", "json"],
        ["summary", "--where", "site=North", "--in-window", "--format", "markdown"],
        ["show", "P1"], ["show", "P3", "--format", "json"], ["history", "P2"],
        ["export"], ["export", "--layout", "wide"], ["export", "--layout", "history"],
        ["export", "--layout", "participants"],
        ["export", "--layout", "items", "--instrument", "ucla-3"],
      ]
      var issued: [String] = []
      for question in questions {
        issued.append(try await Self.answer(place, "2026-03-31", question))
      }
      try await Self.changeInNovember(place)
      for (question, figures) in zip(questions, issued) {
        let now = try await Self.answer(place, "2026-11-20", question)
        XCTAssertNotEqual(now, figures, "\(question): the test changes nothing")
        for moment in ["2026-03-31", "2026-03-31T23:59:59Z", "2026-03-31T12:00:00Z"] {
          let again = try await Self.answer(
            place, "2026-11-20", question + ["--as-known-at", moment])
          XCTAssertEqual(Self.withoutMoment(again), figures, "\(format) \(question) \(moment)")
        }
      }
    }
  }

  func testTheMomentIsSaidInEveryReport() async throws {
    let place = try TestWorld()
    try await Self.enterUntilMarch(place, "csv")
    for question in [["summary"], ["savings"], ["benchmark"], ["show", "P1"], ["history", "P1"]] {
      let title = try await Self.answer(
        place, "2026-11-20", question + ["--as-known-at", "2026-03-31"])
      XCTAssertTrue(
        title.components(separatedBy: "\n")[0].contains("as known at 2026-03-31T23:59:59Z"))
    }
    for question in ["summary", "savings", "benchmark"] {
      let json = try await Self.answer(
        place, "2026-11-20",
        [question, "--format", "json", "--as-known-at", "2026-03-31", "--as-of", "2026-04-30"])
      XCTAssertTrue(
        json.contains(
          "  \"as_of\": \"2026-04-30\",\n  \"as_known_at\": \"2026-03-31T23:59:59Z\",\n"))
    }
  }

  func testARefusalTakesBackWhatWasWrittenBeforeIt() async throws {
    let place = try TestWorld()
    try await Self.enterUntilMarch(place, "csv")
    let file = place.folder.appendingPathComponent("a/participants.csv")
    let before = try Data(contentsOf: file)
    let read = ValueReader(
      ParsedArguments(optionValues: ["store": ["a"]]), try place.world(day: "2026-04-01"))
    let open = try OpenProgram(read)
    let event = try XCTUnwrap(
      open.folder.events(of: SampleProgram.participant("P1"), open.program).first)
    XCTAssertThrowsError(
      try open.enter { writer throws(Refusal) in
        try refusing(try writer.append(event))
        throw Refusal(.refused, Diagnostic("no"))
      })
    XCTAssertEqual(try Data(contentsOf: file), before)
  }

  private static func enterUntilMarch(_ place: TestWorld, _ format: String) async throws {
    try await type(
      place, "2026-01-05",
      [
        "init a --attributes site --instruments ucla-3,healthy-days --format \(format)",
        "enroll P1 --set site=North --store a", "enroll P2 --set site=North --store a",
        "enroll P3 --set site=South --store a",
        "record P1 baseline ucla-3 --answers 3,3,3 --store a",
        "record P2 baseline ucla-3 --answers 3,2,3 --store a",
        "record P3 baseline ucla-3 --answers 2,2,3 --store a",
        "record P1 baseline healthy-days --answers 10,5 --store a",
        "record P2 baseline healthy-days --answers 20,5 --store a",
      ])
    try await type(
      place, "2026-02-04",
      [
        "record P1 day30 ucla-3 --answers 2,2,2 --store a",
        "record P2 day30 ucla-3 --answers 2,2,3 --store a",
        "record P3 day30 ucla-3 --answers 1,2,3 --store a",
        "correct P2 day30 ucla-3 --answers 2,1,3 --reason misread --store a",
      ])
    try await type(
      place, "2026-03-31",
      [
        "record P1 day90 healthy-days --answers 4,4 --store a",
        "record P2 day90 healthy-days --answers 9,5 --store a",
      ])
  }

  private static func changeInNovember(_ place: TestWorld) async throws {
    try await type(
      place, "2026-11-19",
      [
        "correct P1 day30 ucla-3 --answers 1,1,1 --reason misread --store a",
        "void P3 day30 ucla-3 --reason other --store a",
        "correct P2 day90 healthy-days --answers 1,1 --reason misread --store a",
        "withdraw P2 --reason moved --on 2026-03-01 --store a",
        "update P3 --set site=North --reason moved --store a",
        "enroll P4 --on 2026-01-02 --set site=North --store a",
        "record P4 baseline ucla-3 --answers 1,1,1 --date 2026-01-02 --store a",
        "record P4 day30 ucla-3 --answers 3,3,3 --date 2026-02-01 --store a",
      ])
  }

  private static func type(_ place: TestWorld, _ day: String, _ lines: [String]) async throws {
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      let code = await Commands.run(words, try place.world(day: day))
      XCTAssertEqual(code, 0, "\(line): \(place.takeOutput().err)")
    }
    _ = place.takeOutput()
  }

  private static func answer(
    _ place: TestWorld, _ day: String, _ words: [String]
  ) async throws -> String {
    let code = await Commands.run(words + ["--store", "a"], try place.world(day: day))
    let (out, err) = place.takeOutput()
    XCTAssertEqual(err, "")
    XCTAssertEqual(code, 0)
    return out
  }

  /// The same without what says the moment: in a title, whose underline is as long, or as a key.
  private static func withoutMoment(_ text: String) -> String {
    var lines = text.components(separatedBy: "\n").filter { !$0.contains("\"as_known_at\"") }
    if let mark = lines[0].firstRange(of: /( ·|,) as known at .*/) {
      lines[0].removeSubrange(mark)
      if lines[1].hasPrefix("=") {
        lines[1] = String(repeating: "=", count: lines[0].count)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What is entered is read, checked and added through one opening of each file of the store.
  func testEachStoreFileIsOpenedOnce() async throws {
    for format in ["csv", "json"] {
      let place = try TestWorld()
      for command in [
        "init a --instruments ucla-3 --attributes site --format \(format)",
        "enroll P1 --on 2026-01-05 --store a", "record P1 baseline ucla-3 --answers 222 --store a",
      ] {
        let code = await Commands.run(ShellWords.split(command), try place.world())
        XCTAssertEqual(code, 0, command)
      }
      for command in [
        "enroll P2 --distinct", "record P1 day30 ucla-3 --answers 333 --date 2026-02-04",
        "void P1 day30 ucla-3 --reason slip",
        "update P1 --set site=North --distinct --reason moved",
        "withdraw P1 --reason moved", "record P3 day30 ucla-3 --answers 333 --date 2026-02-04",
      ] {
        let disk = FaultyFileSystem()
        _ = await Commands.run(
          ShellWords.split(command + " --store a"), try place.world(files: disk.files))
        let opened = disk.log.filter { call in
          call.hasPrefix("open ") && StoreFile.allCases.contains { call.contains("\($0)") }
        }
        let names = StoreFile.allCases.map { "open \($0).\(format == "csv" ? "csv" : "jsonl")" }
        XCTAssertEqual(opened.sorted(), names, command)
        XCTAssertEqual(disk.openHandles, 0, command)
      }
    }
  }
}
