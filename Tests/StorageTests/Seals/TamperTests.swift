import Records
import TestSupport
import Text
import XCTest

@testable import Storage

/// A store of many lines that is tampered with in every way: each is found, on the right line.
final class TamperTests: XCTestCase {
  func testEveryChangedByteIsOneFindingOnItsLine() throws {
    try forEachByte { _, byte in
      byte ^ 1
    } finds: { found, line in
      XCTAssertEqual(found.map(\.lines.lowerBound), [line])
    }
  }

  /// A line end in the middle makes two lines of one; what is left of its seal may be a fault by
  /// itself.
  func testEveryByteThatBecomesALineEndIsFoundOnItsLine() throws {
    try forEachByte { offset, byte in
      offset % 3 == 0 ? ASCII.lineFeed : byte
    } finds: { found, line in
      XCTAssertEqual(found.first?.lines.lowerBound, line)
      XCTAssertLessThanOrEqual(found.count, 2)
    }
  }

  func testEveryLineThatIsDroppedIsFound() async throws {
    for format in LineFormat.allCases {
      let store = try SealedStore(format, lines: Self.count)
      let last = store.lines.count - 1
      for index in 0..<last {
        let found = try await store.after { $0.remove(at: index) }.findings()
        XCTAssertEqual(found.map(Self.place), ["\(store.name):\(store.number(index))"])
      }
      let cut = store.after { $0.removeLast() }
      let unnoticed = try await cut.findings()
      XCTAssertEqual(unnoticed, [], "the last line can be dropped without breaking the chain")
      let noted = NotedSeal(seal: try store.seal(last), file: .scores)
      let found = try await cut.findings(noted: [noted])
      XCTAssertEqual(found.map(Self.place), [store.name])
    }
  }

  func testEveryLineThatIsDoubledIsFound() async throws {
    try await forEachLine(of: 0) { lines, index in
      lines.insert(lines[index], at: index)
    } finds: {
      $0 + 1
    }
  }

  func testEveryTwoLinesThatChangePlacesAreFound() async throws {
    try await forEachLine(of: 1) { lines, index in
      lines.swapAt(index, index + 1)
    } finds: {
      $0
    }
  }

  func testEveryChangedByteOfTheHeaderIsRefused() async throws {
    let store = try SealedStore(.csv, lines: Self.count)
    let header = StoreSchema.scores.header.utf8.count
    for offset in 0...header {
      let folder = store.folder { $0[offset] ^= 1 }
      do throws(Problems) {
        _ = try await folder.verifySeals(store.program.settings, threads: 1)
        XCTFail("byte \(offset) was not missed")
      } catch {
        XCTAssertEqual(error.diagnostics.first?.location?.file, store.name)
      }
    }
  }

  private static let count = Fixtures.areSearchesLong ? 200 : 40

  /// The place of a finding: everything before its words.
  private static func place(_ finding: String) -> String {
    String(finding.prefix { $0 != " " }.dropLast())
  }

  /// Changes the lines at each index but the `sparing` last ones, and expects one finding.
  private func forEachLine(
    of sparing: Int, _ change: (inout [[UInt8]], Int) -> Void, finds expected: (Int) -> Int
  ) async throws {
    for format in LineFormat.allCases {
      let store = try SealedStore(format, lines: Self.count)
      for index in 0..<store.lines.count - sparing {
        let found = try await store.after { change(&$0, index) }.findings()
        XCTAssertEqual(found.map(Self.place), ["\(store.name):\(store.number(expected(index)))"])
      }
    }
  }

  /// Changes every byte in turn, but the end of the last line, without which there is no line.
  private func forEachByte(
    _ change: (_ offset: Int, UInt8) -> UInt8, finds check: ([SealFault], _ line: Int) -> Void
  ) throws {
    for format in LineFormat.allCases {
      let store = try SealedStore(format, lines: Self.count)
      let bench = TamperBench(store)
      for index in store.lines.indices {
        let line = store.lines[index]
        for offset in line.indices.dropLast(index == store.lines.count - 1 ? 1 : 0) {
          let changed = change(offset, line[offset])
          guard changed != line[offset] else { continue }
          check(bench.faults(line: index, offset: offset, changed), store.number(index))
        }
      }
    }
  }
}
