import Foundation
import Text
import XCTest

@testable import Commands

/// What a terminal obeys instead of showing it comes neither into the store nor out of one.
final class HiddenTextTests: XCTestCase {
  private static let hidden = ["\u{1B}[2J", "\n", "\u{7F}", "\u{9B}31m", "\u{202E}", "\u{200F}"]

  func testNothingHiddenIsEntered() async throws {
    let place = try TestWorld()
    let world = try place.world(environment: ["OUTCOMES_USER": "da\u{202E}na\u{9B}"])
    try await prepare(place, world)
    for text in Self.hidden {
      for arguments in [
        ["enroll", "P2", "--set", "site=a\(text)"],
        ["update", "P1", "--set", "site=a\(text)", "--reason", "moved"],
        ["withdraw", "P1", "--reason", "a\(text)"], ["init", "q", "--name", "a\(text)"],
        ["correct", "P1", "baseline", "ucla-3", "--score", "6", "--reason", "a\(text)"],
      ] {
        let before = try store(place)
        let code = await Commands.run(arguments + ["--store", "p"], world)
        XCTAssertNotEqual(code, 0, "\(arguments)")
        try check(place.takeOutput(), arguments)
        XCTAssertEqual(try store(place), before, "\(arguments)")
      }
    }
    XCTAssertTrue(try store(place).contains(",dana,"))
  }

  func testNothingHiddenIsPrintedForPeople() async throws {
    let place = try TestWorld()
    let world = try place.world()
    try await prepare(place, world)
    let text = "a\u{9B}31m\u{202E}b\u{7F}"
    let file = place.folder.appendingPathComponent("p/participants.csv")
    let line = "P\u{202E}2,2026-01-05,enroll,2026-01-05T10:00:00Z,\(text),\(text),\(text),\n"
    try Data(try Data(contentsOf: file) + Data(line.utf8)).write(to: file)
    for arguments in [
      ["show", "P\u{202E}2"], ["history", "P\u{202E}2"], ["attrition", "--by", "site"],
      ["summary", "--by", "site", "--where", "site=\(text)"],
      ["summary", "--where", "site=\u{202E}"], ["show", "\(text)"], ["check"],
      ["nothing\u{202E}"],
    ] {
      for format in ["table", "markdown", "json"] {
        let takesFormat = arguments.count > 1
        let all = arguments + (takesFormat ? ["--format", format] : []) + ["--store", "p"]
        _ = await Commands.run(all, world)
        try check(place.takeOutput(), all)
      }
    }
    let code = await Commands.run(["export", "--layout", "wide", "--store", "p"], world)
    XCTAssertEqual(code, 0)
    XCTAssertTrue(place.takeOutput().out.contains("P\u{202E}2,2026-01-05,\(text),"))
  }

  private func prepare(_ place: TestWorld, _ world: World) async throws {
    for arguments in [
      ["init", "p", "--instruments", "ucla-3", "--attributes", "site"],
      ["enroll", "P1", "--on", "2026-01-05", "--store", "p"],
      ["record", "P1", "baseline", "ucla-3", "--score", "7", "--store", "p"],
    ] {
      let code = await Commands.run(arguments, world)
      XCTAssertEqual(code, 0, "\(arguments)")
    }
    _ = place.takeOutput()
  }

  private func check(_ output: (out: String, err: String), _ arguments: [String]) throws {
    XCTAssertFalse(output.out.isEmpty && output.err.isEmpty, "\(arguments)")
    for text in [output.out, output.err] {
      let found = text.unicodeScalars.filter { VisibleText.isHidden($0) && $0 != "\n" }
      XCTAssertEqual(found.count, 0, "\(arguments): \(text)")
    }
  }

  private func store(_ place: TestWorld) throws -> String {
    try ["participants.csv", "scores.csv"].map {
      try String(contentsOf: place.folder.appendingPathComponent("p/\($0)"), encoding: .utf8)
    }.joined()
  }
}
