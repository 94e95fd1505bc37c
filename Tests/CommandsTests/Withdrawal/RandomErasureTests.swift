import Foundation
import TestSupport
import XCTest

/// Whatever was entered, moved and taken back before: after an erasure, no file holds an id or a
/// word of that person, the numbers are the same, and a backup brings all of it back.
final class RandomErasureTests: XCTestCase {
  func testNothingStaysOfAnyone() async throws {
    var erased = 0
    for seed in 0..<UInt64(Fixtures.areSearchesLong ? 100 : 6) {
      let program = try await RandomLeavingProgram(seed: seed, seed % 2 == 0 ? "csv" : "json")
      for number in program.people.indices where program.isErasable(number) {
        try await erase(program, number, "seed \(seed), person \(number)")
        erased += 1
      }
      try await requireSameAfterRestoring(program, "seed \(seed)")
    }
    XCTAssertGreaterThan(erased, 12)
  }

  private func erase(
    _ program: RandomLeavingProgram, _ number: Int, _ what: String
  ) async throws {
    let person = program.people[number]
    let before = try await numbers(program)
    let erasing = "withdraw \(person.id) --scope erase --reason asked --yes"
    if try await program.run(erasing) != 0 {
      let open = program.place.takeOutput().err.matches(of: /outcomes (acknowledge \S+ \S+ \S+)/)
      XCTAssertFalse(open.isEmpty, what)
      for command in open { _ = try await program.run("\(command.1) --reason called") }
      let code = try await program.run(erasing)
      XCTAssertEqual(code, 0, "\(what): \(program.place.takeOutput().err)")
    }
    let after = try await numbers(program)
    XCTAssertEqual(after, before, what)
    let check = try await program.output("check")
    XCTAssertEqual(check.out + check.err, "", what)
    let folder = program.place.folder.appendingPathComponent("program")
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let path = folder.appendingPathComponent(name)
      guard let bytes = try? Data(contentsOf: path) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      for word in person.ids + person.words where text.contains(word) {
        let line = text.split(separator: "\n").first { $0.contains(word) } ?? ""
        XCTFail("\(what), \(person): \(name) holds “\(word)”: \(line)")
      }
    }
  }

  private func requireSameAfterRestoring(
    _ program: RandomLeavingProgram, _ what: String
  ) async throws {
    let before = try await program.output("export --layout history").out
    let numbers = try await numbers(program)
    let isWritten = try await program.run("backup copy.tar")
    XCTAssertEqual(isWritten, 0, what)
    let folder = program.place.folder.appendingPathComponent("program")
    try FileManager.default.removeItem(at: folder)
    let code = try await program.run("restore copy.tar --into program", isNew: true)
    XCTAssertEqual(code, 0, what)
    let after = try await program.output("export --layout history").out
    XCTAssertEqual(after, before, what)
    let restored = try await self.numbers(program)
    XCTAssertEqual(restored, numbers, what)
  }

  private func numbers(_ program: RandomLeavingProgram) async throws -> String {
    let day = "--as-of 2026-12-31"
    let summary = try await program.output("summary --format json \(day)").out
    let attrition = try await program.output("attrition --format csv \(day)").out
    // Only the number of those who withdrew is another one.
    return summary.replacing(/"withdrawn": \d+/, with: "") + attrition
  }
}
