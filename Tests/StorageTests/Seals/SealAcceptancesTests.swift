import Records
import TestSupport
import Text
import XCTest

@testable import Storage

/// What a person accepted is no finding, and only that.
final class SealAcceptancesTests: XCTestCase {
  func testAcceptedLinesAreNoFindingAndStayNone() async throws {
    try await forEachFormat { test, lines in
      lines[3][2] ^= 1
      lines[7] = Array("rubbish\n".utf8)
      lines.remove(at: 10)
    } then: { test in
      let accepted = try await self.accept(test)
      XCTAssertEqual(accepted, 3)
      let found = try await self.findings(test)
      XCTAssertEqual(found, [])
      try test.write(assessments: [try SampleProgram.assessment("P1")])
      let later = try await self.findings(test)
      XCTAssertEqual(later, [])
      let again = try await self.accept(test)
      XCTAssertEqual(again, 0)
    }
  }

  func testARunThatIsChangedAgainIsAFindingAgain() async throws {
    try await forEachFormat { test, lines in
      lines[3][2] ^= 1
    } then: { test in
      _ = try await self.accept(test)
      try self.change(test) { $0[3][2] ^= 2 }
      let found = try await self.findings(test)
      XCTAssertEqual(found.map(\.kind), [.changed, .acceptedLinesGone])
      // Both the new run and what the older line says of the old one.
      let accepted = try await self.accept(test)
      XCTAssertEqual(accepted, 2)
      let settled = try await self.findings(test)
      XCTAssertEqual(settled, [])
    }
  }

  /// Lines without seals are held by nothing but their acceptance.
  func testAcceptedLinesThatAreRemovedAreMissed() async throws {
    try await forEachFormat { test, lines in
      lines.insert(contentsOf: [Array("rubbish\n".utf8), Array("rubbish\n".utf8)], at: 5)
    } then: { test in
      let accepted = try await self.accept(test)
      XCTAssertEqual(accepted, 1)
      for count in 1...2 {
        let before = try test.bytes(test.scoresName)
        try self.change(test) { $0.removeSubrange(5..<5 + count) }
        let found = try await self.findings(test)
        XCTAssertEqual(found.last?.kind, .acceptedLinesGone)
        try test.put(before, in: test.scoresName)
      }
    }
  }

  /// Every line next to accepted ones is still held, also where lines were moved.
  func testNoOtherLineCanBeRemovedAfterAnAcceptance() async throws {
    for damage in [0, 1, 2, 3] {
      try await forEachFormat { test, lines in
        switch damage {
        case 0: lines.swapAt(5, 6)
        case 1: lines.insert(lines.remove(at: 12), at: 4)
        case 2: lines.insert(lines.remove(at: 4), at: 12)
        default: lines.insert(lines[4], at: 5)
        }
      } then: { test in
        _ = try await self.accept(test)
        let whole = try test.bytes(test.scoresName)
        let count = SealedStore.lines(of: whole).count
        for index in (test.settings.store.hasHeader ? 1 : 0)..<count - 1 {
          var lines = SealedStore.lines(of: whole)
          lines.remove(at: index)
          try test.put(Array(lines.joined()), in: test.scoresName)
          let found = try await self.findings(test)
          XCTAssertFalse(found.isEmpty, "damage \(damage), line \(index + 1) removed")
        }
      }
    }
  }

  /// A line that was moved is said once, while its acceptance takes a line for each place.
  func testAConsequenceIsSaidWhereOnlyItsCauseIsAccepted() async throws {
    try await forEachFormat { test, lines in
      lines.swapAt(5, 6)
    } then: { test in
      let said = try await self.findings(test)
      XCTAssertEqual(said.count, 1)
      let accepted = try await self.accept(test)
      XCTAssertEqual(accepted, 2)
      try self.change(test) { $0.removeLast() }
      let found = try await self.findings(test)
      XCTAssertEqual(found.map(\.kind), [.changed])
    }
  }

  /// A line that accepts others counts only where it is itself sealed, and below them.
  func testAForgedAcceptanceAcceptsNothing() async throws {
    try await forEachFormat { test, lines in
      lines[3][2] ^= 1
    } then: { test in
      _ = try await self.accept(test)
      let acceptance = try XCTUnwrap(SealedStore.lines(of: try test.bytes(test.scoresName)).last)
      try self.change(test) { lines in
        lines.removeLast()
        lines.insert(acceptance, at: 1)
      }
      let found = try await self.findings(test)
      XCTAssertTrue(found.contains { $0.kind == .changed })
    }
  }

  // MARK: a store on the disk

  private func forEachFormat(
    _ damage: (TestProgram, inout [[UInt8]]) throws -> Void,
    then check: (TestProgram) async throws -> Void
  ) async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      for number in 0..<15 {
        try test.write(assessments: [try SampleProgram.assessment("P\(number)")])
      }
      try change(test) { try damage(test, &$0) }
      try await check(test)
    }
  }

  /// Changes the lines of the scores file, without its header.
  private func change(_ test: TestProgram, _ body: (inout [[UInt8]]) throws -> Void) throws {
    var lines = SealedStore.lines(of: try test.bytes(test.scoresName))
    let header = test.settings.store.hasHeader ? [lines.removeFirst()] : []
    try body(&lines)
    try test.put(Array((header + lines).joined()), in: test.scoresName)
  }

  private func findings(_ test: TestProgram) async throws -> [SealFault] {
    try await test.folder().verifySeals(test.settings, threads: 1).files[1].reportedFaults
  }

  /// Accepts everything; gives how many lines of history that took.
  private func accept(_ test: TestProgram) async throws -> Int {
    let report = try await test.folder().verifySeals(test.settings, threads: 1)
    let acceptances = report.acceptances(reason: "ours")
    let now = try SampleProgram.now()
    _ = try test.folder().write(
      test.settings, at: SampleProgram.now(), waiting: {}
    ) { writer throws(Problems) in
      for (file, _, text) in acceptances {
        try writer.append(
          FileEvent(.accept, recordedAt: now, recordedBy: "ada", text: text), to: file)
      }
    }
    return acceptances.count
  }
}
