import TestSupport
import Storage
import XCTest

@testable import Commands

/// Every call to the disk that a command makes is failed in turn, in each way: nothing that was
/// acknowledged is lost, nothing is left behind, and the person hears what failed and what to do.
final class FaultTests: XCTestCase {
  private static let entering = [
    "enroll P002 --on 2026-01-06", "update P001 --set site=South --reason moved",
    "withdraw P001 --reason moved --on 2026-06-01",
    "record P001 day30 ucla-3 --answers 2,2,2 --date 2026-02-04",
    "correct P001 baseline ucla-3 --answers 2,2,2 --reason misread",
    "void P001 baseline ucla-3 --reason misread", "skip P001 day30 --reason declined",
  ]
  private static let demonstrating = "demo made --participants 1"
  private static let exporting = ["long", "wide", "history"].map {
    "export --layout \($0) -o out.csv"
  }

  func testEnteringALineLeavesTheStoreAsItWas() async throws {
    let runs = ["csv", "json"].flatMap { format in Self.entering.map { (format, $0) } }
    try await concurrently(runs) { format, command in
      let stage = try await FaultStage(format)
      let calls = try await stage.failEveryCall(of: command, longestWrite: 40) { after in
        XCTAssertEqual(after.code, 1, after.what)
        XCTAssertEqual(after.contents, stage.before, after.what)
      }
      XCTAssertGreaterThan(calls, 20, command)
    }
  }

  func testMakingAProgramLeavesNothing() async throws {
    try await concurrently(["init made", "init made --format json"]) { command in
      let stage = try await FaultStage("csv")
      let calls = try await stage.failEveryCall(of: command, longestWrite: 400) { after in
        XCTAssertEqual(after.code, 1, after.what)
        XCTAssertEqual(after.contents, stage.before, after.what)
      }
      XCTAssertGreaterThan(calls, 20, command)
    }
  }

  func testAFullDiskLeavesNothingOfADemonstration() async throws {
    let stage = try await FaultStage("csv")
    let calls = try await stage.failEveryCall(
      of: Self.demonstrating, longestWrite: 2000, with: [.full]
    ) { after in
      XCTAssertEqual(after.code, 1, after.what)
      XCTAssertEqual(after.contents, stage.before, after.what)
    }
    XCTAssertGreaterThan(calls, 40)
  }

  /// The file is the old one until it is the new one, whole; nothing stands beside it.
  func testExportingLeavesTheOldFileOrTheNewOneWhole() async throws {
    try await concurrently(Self.exporting) { command in
      let stage = try await FaultStage("csv", extra: ["out.csv": "old"])
      let new = try await stage.contents(after: command)
      let calls = try await stage.failEveryCall(of: command, longestWrite: 60) { after in
        XCTAssertEqual(after.code, 1, after.what)
        let isReplaced =
          after.lastCalls.contains("rename out.csv")
          && after.lastCalls.last?.hasPrefix("remove ") != true
        XCTAssertEqual(after.contents, isReplaced ? new : stage.before, after.what)
      }
      XCTAssertGreaterThan(calls, 20, command)
    }
  }

  /// Each file is as it was found, or mended with what was found kept in `recovered/`.
  func testRepairingLosesNoByte() async throws {
    let stores = [("csv", "csv", FaultStage.everyReason), ("json", "jsonl", [.full])]
    try await concurrently(stores) { format, ending, reasons in
      let stage = try await FaultStage(format, endings: ("\r\n", torn: "P001,day30 torn"))
      let mended = try await stage.contents(after: "check --repair")
      let names = ["program/participants.\(ending)", "program/scores.\(ending)"]
      let calls = try await stage.failEveryCall(
        of: "check --repair", longestWrite: 150, with: reasons
      ) { after in
        XCTAssertNotEqual(after.code, 0, after.what)
        let kept = after.contents.filter { $0.key.hasPrefix("program/recovered/") }.values
        for name in names {
          let found = try XCTUnwrap(after.contents[name])
          let original = try XCTUnwrap(stage.before[name])
          if found == original { continue }
          XCTAssertTrue(kept.contains(original), after.what)
          let isWhole = found == mended[name]
          XCTAssertTrue(
            isWhole || found + "\n" == mended[name] || found.hasSuffix("torn"), after.what)
        }
        let others = after.contents.filter {
          !names.contains($0.key) && !$0.key.hasPrefix("program/recovered")
        }
        XCTAssertEqual(others, stage.before.filter { !names.contains($0.key) }, after.what)
      }
      XCTAssertGreaterThan(calls, 60)
    }
  }

  func testShortWritesChangeNothing() async throws {
    let commands =
      Self.entering + Self.exporting + ["init made", Self.demonstrating, "check --repair"]
    try await concurrently(commands) { command in
      let stage = try await FaultStage("csv")
      let whole = try await stage.contents(after: command)
      let pieces = try await stage.contents(
        after: command, FaultyFileSystem(longestWrite: 1).files)
      XCTAssertEqual(pieces, whole, command)
      XCTAssertEqual(whole == stage.before, command.hasPrefix("check"), command)
    }
  }
}
