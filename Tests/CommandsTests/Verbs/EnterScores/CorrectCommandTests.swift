import Foundation
import Storage
import Synchronization
import XCTest

@testable import Commands

final class CorrectCommandTests: XCTestCase {
  /// Somebody else corrects the answers while a correction of the date alone waits for its turn:
  /// the answers that stay are theirs.
  func testWhatStaysIsWhatCountsWhenTheLineIsWritten() async throws {
    let place = try TestWorld()
    let world = try place.world()
    for command in [
      "init a --instruments ucla-3", "enroll P1 --on 2026-01-05 --store a",
      "record P1 baseline ucla-3 --answers 222 --date 2026-01-05 --store a",
    ] {
      let code = await Commands.run(ShellWords.split(command), world)
      XCTAssertEqual(code, 0, command)
    }
    let scores = place.folder.appendingPathComponent("a/scores.csv")
    let before = try Data(contentsOf: scores)
    let other = "correct P1 baseline ucla-3 --answers 333 --reason misread --store a"
    let otherCode = await Commands.run(ShellWords.split(other), world)
    XCTAssertEqual(otherCode, 0)
    let after = try Data(contentsOf: scores)
    try before.write(to: scores)
    _ = place.takeOutput()

    let isFirst = Mutex(true)
    var files = FileSystem.posix
    files.tryLock = { handle throws(FileError) in
      let mustWrite = isFirst.withLock { isFirst in
        defer { isFirst = false }
        return isFirst
      }
      if mustWrite { try? after.write(to: scores) }
      return try FileSystem.posix.tryLock(handle)
    }
    let dated = "correct P1 baseline ucla-3 --date 2026-01-06 --reason typo --store a"
    let code = await Commands.run(ShellWords.split(dated), try place.world(files: files))
    XCTAssertEqual(code, 0)
    XCTAssertEqual(
      place.takeOutput().out,
      "P1 · baseline · 2026-01-06 · UCLA-3 = 9, previously dated 2026-01-05\n")
    let lines = try String(contentsOf: scores, encoding: .utf8).split(separator: "\n")
    XCTAssertEqual(lines.count, 4)
    XCTAssertTrue(lines[3].hasPrefix("P1,baseline,ucla-3,2026-01-06,3 3 3,9,correct,"), "\(lines)")
  }
}
