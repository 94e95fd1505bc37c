import Foundation
import XCTest

@testable import Commands

/// What is shown at a terminal fits in its window, in characters that it can show.
final class TerminalOutputTests: XCTestCase {
  private static let commands = [
    "due --missed all", "due --within 400", "status", "participants", "show P001", "history P001",
    "alerts", "summary --by site", "change", "responders", "responders --list", "attrition",
    "attrition --table1 --by site", "models", "benchmark", "savings", "instruments",
    "instruments phq-9", "history --settings", "reenter --report",
    "help", "help record", "help responders",
  ]

  func testNoLineIsWiderThanTheWindow() async throws {
    let place = try await Self.program()
    for columns in [60, 80] {
      for command in Self.commands {
        let (out, _) = try await Self.run(
          command, in: place, Console.Window(columns: columns, hasUnicode: true))
        XCTAssertFalse(out.isEmpty, command)
        for line in out.components(separatedBy: "\n") where line.count > columns {
          // A longer word, such as an address, cannot be broken, and a command to copy is not.
          if line.hasPrefix("  outcomes ") { continue }
          XCTAssertLessThan(
            line.split(separator: " ").count, 3, "\(command) at \(columns): \(line)")
        }
      }
    }
  }

  /// Nothing but the layout depends on the window.
  func testEveryCellIsShownInEveryWindow() async throws {
    let place = try await Self.program()
    for command in ["due --missed all", "participants", "history P001"] {
      let (wide, _) = try await Self.run(command, in: place, nil)
      let window = Console.Window(columns: 60, hasUnicode: true)
      let (narrow, _) = try await Self.run(command, in: place, window)
      func words(_ text: String) -> Set<Substring> {
        Set(text.split { " \n:".contains($0) }.filter { $0.contains { $0 != "-" && $0 != "=" } })
      }
      // The titles of columns without any text.
      let empty: Set<Substring> = ["alert", "reason"]
      XCTAssertEqual(words(wide).subtracting(words(narrow)).subtracting(empty), [], command)
    }
  }

  func testWithoutUTF8MarksAreInASCIIAtATerminalOnly() async throws {
    let place = try await Self.program()
    let plain = Console.Window(columns: 80, hasUnicode: false)
    for command in ["summary", "status", "attrition", "help record", "update P001"] {
      let (out, err) = try await Self.run(command, in: place, plain)
      XCTAssertTrue((out + err).utf8.allSatisfy { $0 < 0x80 }, "\(command): \(out)\(err)")
    }
    let (shown, said) = try await Self.run("show “é’”", in: place, plain)
    XCTAssertEqual(shown, "")
    XCTAssertTrue(said.contains("é") && !said.contains("“"), said)
    let (csv, _) = try await Self.run("participants --format csv", in: place, plain)
    XCTAssertTrue(csv.contains("Zoë’s house"))
    let (piped, _) = try await Self.run("summary", in: place, nil)
    XCTAssertTrue(piped.contains("−"))
    _ = try await Self.run("summary -o summary.txt", in: place, plain)
    XCTAssertEqual(
      try String(
        contentsOf: place.folder.appendingPathComponent("summary.txt"), encoding: .utf8), piped)
  }

  private static func run(
    _ command: String, in place: TestWorld, _ window: Console.Window?
  ) async throws -> (out: String, err: String) {
    _ = place.takeOutput()
    _ = await Commands.run(
      command.components(separatedBy: " ") + (command.hasPrefix("help") ? [] : ["--store", "p"]),
      try place.world(day: "2025-01-31", window: window))
    return place.takeOutput()
  }

  private static func program() async throws -> TestWorld {
    let place = try TestWorld()
    let commands = [
      ["demo", "p", "--participants", "24"],
      [
        "enroll", "Z1", "--on", "2025-01-01", "--set", "site=Zoë’s house", "--distinct", "--store",
        "p",
      ],
    ]
    for words in commands {
      let code = await Commands.run(words, try place.world(day: "2025-01-31"))
      XCTAssertEqual(code, 0, "\(words): \(place.takeOutput())")
    }
    return place
  }
}
