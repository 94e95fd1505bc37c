import Foundation
import Storage
import Synchronization
import XCTest

@testable import Commands

/// Nothing that could not be printed goes unnoticed.
final class ConsoleTests: XCTestCase {
  private static let full = FileError(
    action: "write to", path: "the standard output", reason: .full)

  /// Takes this many writes, then nothing more.
  private static func console(
    taking most: Int, _ said: SaidTexts = SaidTexts()
  ) -> (Console, writes: CallsOfConsole) {
    let calls = CallsOfConsole()
    let console = Console(
      write: { _ throws(FileError) in if calls.add() > most { throw full } },
      say: { bytes in said.add(bytes) })
    return (console, calls)
  }

  func testEveryWayToPrintEndsWithOneAndAMessage() async throws {
    for (words, remedy) in [
      ("help", "make room there, or send the output somewhere else"),
      ("help record", "make room there, or send the output somewhere else"),
      ("--version", "make room there, or send the output somewhere else"),
      (
        "--generate-completion-script bash",
        "make room there, or send the output somewhere else"
      ),
      ("summary --store program", "make room there, or send the output somewhere else"),
      ("export --store program", "make room there, or send the output somewhere else"),
      (
        "export --layout history --store program",
        "make room there, or send the output somewhere else"
      ),
      (
        "enroll P002 --on 2026-01-06 --store program",
        "only the printed answer is missing: everything the command entered or made is saved"
      ),
    ] {
      let place = try await Self.program()
      let said = SaidTexts()
      var world = try place.world()
      world.console = Self.console(taking: 0, said).0
      let code = await Commands.run(words.components(separatedBy: " "), world)
      XCTAssertEqual(code, 1, words)
      XCTAssertEqual(
        said.text,
        "outcomes: could not write to the standard output: the disk is full\n  \(remedy)\n", words)
    }
  }

  /// As the message says.
  func testWhatWasEnteredIsThereAlthoughNothingCouldBePrinted() async throws {
    let place = try await Self.program()
    var world = try place.world()
    world.console = Self.console(taking: 0).0
    _ = await Commands.run(
      ["enroll", "P002", "--on", "2026-01-06", "--store", "program"], world)
    _ = place.takeOutput()
    let code = await Commands.run(["show", "P002", "--store", "program"], try place.world())
    XCTAssertEqual(code, 0)
  }

  func testNothingIsPrintedAfterAFailure() throws {
    let (console, writes) = Self.console(taking: 1)
    for _ in 0..<5 { console.print("x") }
    XCTAssertEqual(writes.count, 2)
    XCTAssertEqual(console.failure, Self.full)
  }

  /// A message that nobody could read, such as the one about an answer that needs a person.
  func testAMessageThatCouldNotBeSaidIsAFailureToo() async throws {
    let place = try await Self.program()
    var world = try place.world()
    world.console = Console(
      write: { _ in }, say: { _ throws(FileError) in throw Self.full })
    let quiet = await Commands.run(["summary", "--store", "program"], world)
    XCTAssertEqual(quiet, 0)
    let loud = await Commands.run(["show", "nobody", "--store", "program"], world)
    XCTAssertEqual(loud, 1)
    world.console = Console(
      write: { _ in }, say: { _ throws(FileError) in throw Self.full })
    let wrong = await Commands.run(["shwo"], world)
    XCTAssertEqual(wrong, 1)
  }

  private static func program() async throws -> TestWorld {
    let place = try TestWorld()
    for command in [
      "init program --instruments ucla-3", "enroll P001 --on 2026-01-05 --store program",
    ] {
      let code = await Commands.run(command.components(separatedBy: " "), try place.world())
      XCTAssertEqual(code, 0, command)
    }
    _ = place.takeOutput()
    return place
  }
}

/// What was said, on any thread.
private final class SaidTexts: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }
  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

/// How often something was called, on any thread.
private final class CallsOfConsole: Sendable {
  private let number = Mutex(0)

  var count: Int { number.withLock { $0 } }
  func add() -> Int {
    number.withLock { number in
      number += 1
      return number
    }
  }
}
