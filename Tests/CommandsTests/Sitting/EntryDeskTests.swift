import Foundation
import TestSupport
import XCTest

@testable import Commands

final class EntryDeskTests: XCTestCase {
  /// Most keys go on: otherwise hardly any form would be finished.
  private static let keys =
    "1234123412340567.<?ynytx".map(String.init)
    + Array(repeating: "<enter>", count: 8)
    + ["<left>", "<right>", "<up>", "<down>", "<backspace>", "<escape>", "<ctrl-z>"]

  /// Whatever is typed, at whatever terminal, the store stays sound, the terminal is left as it was
  /// found, and what is printed is what is stored.
  func testWhateverIsTypedTheStoreStaysSound() async throws {
    var generator = TestSupport.SeededGenerator(seed: 20_261_128)
    var recorded = 0
    for number in 0..<(Fixtures.areSearchesLong ? 200 : 8) {
      let place = try TestWorld()
      let format = number.isMultiple(of: 2) ? "csv" : "json"
      try await run(
        place, "init p --instruments ucla-3,uls-8,promis-gph,healthy-days --format \(format)")
      for id in ["P001", "P002", "Q003"] {
        try await run(place, "enroll \(id) --on 2026-06-0\(number % 9 + 1) --store p")
      }
      var typed = (0..<400).map { _ in Self.keys.randomElement(using: &generator) ?? "1" }
      for start in stride(from: 0, to: 400, by: 60) { typed[start] = "<escape>" }
      let terminal = TestTerminal(
        [typed.joined(separator: " ")], Terminal.Size(columns: 20 + 9 * number % 80, rows: 14))
      let environment = ["TERM": number % 3 == 0 ? "dumb" : "xterm", "LANG": "C.UTF-8"]
      let words = ["record", "--store", "p"] + (number % 4 == 1 ? [] : ["P001"])
      _ = place.takeOutput()
      let code = await Commands.run(
        words, try place.world(environment: environment, terminal: terminal))
      XCTAssertEqual(code, 0, "\(typed)")
      XCTAssertEqual(terminal.modes.last ?? .asFound, .asFound, "\(typed)")
      let confirmed = place.takeOutput().out.split(separator: "\n").count { $0.contains(" · ") }
      try await run(place, "check --store p")
      _ = place.takeOutput()
      try await run(place, "export --layout history --store p")
      let lines = place.takeOutput().out.split(separator: "\n").count { line in
        line.contains(",record,") || line.contains(",correct,")
      }
      XCTAssertEqual(lines, confirmed, "\(typed)")
      recorded += lines
    }
    XCTAssertGreaterThan(recorded, 10)
  }

  private func run(_ place: TestWorld, _ command: String) async throws {
    let words = command.split(separator: " ").map(String.init)
    let code = await Commands.run(words, try place.world())
    XCTAssertEqual(code, 0, "\(command): \(place.takeOutput())")
  }

  /// Two people enter the same form at the same time: the second one is told.
  func testAFormThatSomebodyElseHasJustEntered() async throws {
    let place = try TestWorld()
    try await run(place, "init p --instruments ucla-3")
    try await run(place, "enroll P001 --on 2026-06-30 --store p")
    let scores = place.folder.appendingPathComponent("p/scores.csv")
    let before = try Data(contentsOf: scores)
    try await run(place, "record P001 baseline ucla-3 --answers 111 --store p")
    let after = try Data(contentsOf: scores)
    try before.write(to: scores)
    let terminal = TestTerminal(["<enter> 213 <meanwhile> <enter>", "q"]) {
      try? after.write(to: scores)
    }
    let code = await Commands.run(
      ["record", "P001", "--store", "p"],
      try place.world(environment: ["TERM": "xterm"], terminal: terminal))
    XCTAssertEqual(code, 0)
    XCTAssertTrue(
      terminal.session.contains("P001 already has UCLA-3 at baseline: 3, on 2026-06-30"))
    XCTAssertEqual(try Data(contentsOf: scores), after)
  }

  /// What a script that called the program sees: it was ended by Ctrl-C.
  func testCtrlCEndsTheProgram() async throws {
    let place = try TestWorld()
    try await run(place, "init p --instruments ucla-3")
    try await run(place, "enroll P001 --on 2026-06-30 --store p")
    let nothing = "outcomes: left; nothing was entered\n"
    let lost = "outcomes: left without saving P001 · baseline · UCLA-3\n"
    for (id, keys, said) in [
      ("P001", "<ctrl-c>", nothing), ("P001", "? <ctrl-c>", nothing),
      ("P001", "<enter> <ctrl-c>", nothing), ("P001", "<enter> ? <ctrl-c>", nothing),
      ("P001", "<enter> 21 <ctrl-c>", lost), ("P001", "<enter> 211 <ctrl-c>", lost),
      ("", "<ctrl-c>", nothing), ("", "? <ctrl-c>", nothing), ("", "<enter> <ctrl-c>", nothing),
      (
        "", "<enter> <enter> 211 <enter> <ctrl-c>",
        "outcomes: left; every form that was begun is saved\n"
      ),
    ] {
      let terminal = TestTerminal([keys])
      _ = place.takeOutput()
      _ = await Commands.run(
        ["record"] + (id.isEmpty ? [] : [id]) + ["--store", "p"],
        try place.world(environment: ["TERM": "xterm"], terminal: terminal))
      XCTAssertEqual(place.takeOutput().err, said, "\(id) \(keys)")
      XCTAssertTrue(terminal.wasInterrupted, keys)
      XCTAssertEqual(terminal.modes.last, .asFound, keys)
    }
  }
}
