import Foundation
import Records
import Storage
import TestSupport
import Text
import XCTest

@testable import Commands

final class UndoCommandTests: XCTestCase {
  /// Commands that make sense one after the other, and everything that is taken back in between.
  private static let commands = [
    "enroll P003 --on 2026-01-07 --set site=North",
    "update P002 --set site=South --on 2026-01-04 --reason moved",
    "record P002 day30 ucla-3 --answers 2,2,2 --date 2026-02-05",
    "correct P001 baseline ucla-3 --answers 1,1,2 --date 2026-01-06 --reason misread",
    "void P001 baseline ucla-3 --reason misfiled",
    "skip P001 day90 --reason unreachable",
    "acknowledge P001 day30 phq-9 --reason called",
    "withdraw P001 --on 2026-03-01 --reason moved",
    "move P001 day30 phq-9 --to P002 --to-timepoint day90 --reason misfiled",
    "rename P001 P100 --reason mistyped", "merge P002 --into P001 --yes --reason twice",
    "unenroll P002 --reason mistake",
  ]

  /// What anyone reads is as before; and after a second undo it is as after the command.
  func testEveryCommandIsTakenBackAndBroughtBack() async throws {
    for format in ["csv", "json"] {
      for command in Self.commands {
        let place = try TestWorld()
        try await Self.prepare(place, format)
        let before = try await Self.readings(place)
        try await Self.run(place, command, on: "2026-06-10")
        let after = try await Self.readings(place)
        XCTAssertNotEqual(before, after, "\(command) changes nothing")
        try await Self.run(place, "undo --yes", on: "2026-06-11")
        let undone = try await Self.readings(place)
        XCTAssertEqual(undone, before, "\(format), \(command)")
        try await Self.run(place, "undo --yes", on: "2026-06-12")
        let redone = try await Self.readings(place)
        XCTAssertEqual(redone, after, "\(format), \(command)")
        try await Self.run(place, "check", on: "2026-06-13")
      }
    }
  }

  /// Somebody enters something else while the question stands on the screen.
  func testNothingIsTakenBackIfSomethingIsEnteredInTheMeantime() async throws {
    for command in ["undo", "merge P002 --into P001 --reason twice"] {
      let place = try TestWorld()
      try await Self.prepare(place, "csv")
      let folder = ProgramFolder(path: place.folder.path + "/desk", files: .posix)
      let settings = try folder.load().settings
      let now = try SampleProgram.timestamp("2026-06-10T12:00:00Z")
      let event = ParticipantEvent(
        participant: try SampleProgram.participant("P002"),
        date: try SampleProgram.date("2026-01-05"), action: .update, recordedAt: now,
        recordedBy: "bo", reason: "moved", attributes: ["North"])
      var world = try place.world(day: "2026-06-11")
      world.console = Console(
        write: { _ in }, say: { _ in },
        ask: { _ in
          _ = try? folder.write(settings, at: now, waiting: {}) { writer throws(Problems) in
            try writer.append(event)
          }
          return "y"
        })
      let code = await Commands.run(Self.words(command), world)
      XCTAssertEqual(code, 1, command)
      let lines = try folder.lines(of: event.participant, try folder.load())
      XCTAssertEqual(lines.events.last, event)
      XCTAssertEqual(lines.assessments, [])
    }
  }

  private static func prepare(_ place: TestWorld, _ format: String) async throws {
    for (number, command) in [
      "init desk --instruments ucla-3,phq-9 --attributes site --format \(format)",
      "enroll P001 --on 2026-01-05 --set site=North", "enroll P002 --on 2026-01-05",
      "record P001 baseline ucla-3 --answers 3,2,3 --date 2026-01-05",
      "record P001 day30 phq-9 --answers 1,1,1,1,1,1,1,1,2 --date 2026-02-04",
    ].enumerated() {
      try await run(place, command, on: "2026-06-0\(number + 1)")
    }
  }

  private static func run(_ place: TestWorld, _ command: String, on day: String) async throws {
    let code = await Commands.run(words(command), try place.world(day: day))
    let (_, err) = place.takeOutput()
    XCTAssertEqual(code, 0, "\(command): \(err)")
  }

  private static func words(_ command: String) -> [String] {
    let words = command.components(separatedBy: " ")
    return words[0] == "init" ? words : words + ["--store", "desk"]
  }

  /// What the commands print that read everything.
  private static func readings(_ place: TestWorld) async throws -> [String] {
    var readings: [String] = []
    for command in [
      "export --layout long", "export --layout wide", "due --missed all --format csv",
      "summary --format csv", "attrition --format csv", "savings",
    ] {
      _ = await Commands.run(
        words(command + " --as-of 2026-06-30"), try place.world(day: "2026-06-30"))
      readings.append(place.takeOutput().out)
    }
    return readings
  }
}
