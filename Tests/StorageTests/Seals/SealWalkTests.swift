import Text
import XCTest

@testable import Storage

/// One change is one finding, and it names the line.
final class SealWalkTests: XCTestCase {
  func testAWholeChainHasNoFault() async throws {
    try await everyway { store in
      store
    } finds: { _ in
      []
    }
  }

  func testALineWithOtherBytesIsNamed() async throws {
    try await everyway { store in
      store.after { $0[7][3] ^= 1 }
    } finds: {
      [
        "\($0.name):\($0.number(7)): this line was changed after it was sealed, or a line before it was removed"
      ]
    }
  }

  func testTheLineAfterARemovedOneIsNamed() async throws {
    try await everyway { store in
      store.after { $0.remove(at: 7) }
    } finds: {
      [
        "\($0.name):\($0.number(7)): this line was changed after it was sealed, or a line before it was removed"
      ]
    }
  }

  func testADoubledLineIsNamed() async throws {
    try await everyway { store in
      store.after { $0.insert($0[7], at: 8) }
    } finds: {
      [
        "\($0.name):\($0.number(8)): this line was inserted or changed here:"
          + " the next line was sealed without it"
      ]
    }
  }

  func testALineThatSomebodySealedIsNamedWhereTheNextOneProvesIt() async throws {
    try await everyway { store in
      let forged = try store.forged(after: 3)
      return store.after { $0.insert(forged, at: 8) }
    } finds: {
      [
        "\($0.name):\($0.number(8)): this line was inserted or changed here:"
          + " the next line was sealed without it"
      ]
    }
  }

  func testALineThatWasMovedUpIsOneFinding() async throws {
    try await everyway { store in
      store.after { $0.insert($0.remove(at: 20), at: 5) }
    } finds: {
      ["\($0.name):\($0.number(5)): this line was moved: it belongs before line \($0.number(21))"]
    }
  }

  func testALineThatWasMovedDownIsOneFinding() async throws {
    try await everyway { store in
      store.after { $0.insert($0.remove(at: 5), at: 20) }
    } finds: {
      ["\($0.name):\($0.number(20)): this line was moved: it belongs before line \($0.number(5))"]
    }
  }

  func testTwoLinesThatChangedPlacesAreOneFinding() async throws {
    try await everyway { store in
      store.after { $0.swapAt(10, 11) }
    } finds: {
      ["\($0.name):\($0.number(10)): this line was moved: it belongs before line \($0.number(12))"]
    }
  }

  func testAChangedSealIsProvedByTheNextLine() async throws {
    try await everyway { store in
      let place = SealPlace(store.program.settings.store)
      return store.after { lines in
        let digit = lines[7].count - place.closing.count - 5
        lines[7][digit] = lines[7][digit] == 0x30 ? 0x31 : 0x30
      }
    } finds: {
      ["\($0.name):\($0.number(7)): the seal of this line was changed: the next line proves it"]
    }
  }

  /// What stands after the digits is not sealed, and yet a fault.
  func testAnotherEndOfAJSONLineIsNamed() async throws {
    let store = try SealedStore(.json, lines: 40).after { lines in
      lines[7][lines[7].count - 2] = UInt8(ascii: "]")
    }
    let found = try await store.findings()
    XCTAssertEqual(
      found,
      ["scores.jsonl:8: this line was changed after it was sealed, or a line before it was removed"]
    )
  }

  func testASealThatWasTakenAwayIsProvedByTheNextLine() async throws {
    try await everyway { store in
      store.after { $0[7] = store.unsealed(7) }
    } finds: {
      ["\($0.name):\($0.number(7)): the seal of this line was removed: the next line proves it"]
    }
  }

  func testALineThatIsNoRecordAtAllIsNamed() async throws {
    try await everyway { store in
      store.after { $0.insert(Array("\n".utf8), at: 7) }
    } finds: {
      [
        "\($0.name):\($0.number(7)): this line was inserted or changed here:"
          + " the next line was sealed without it"
      ]
    }
  }

  /// The lines after an unsealed one are chained to the seal above it.
  func testUnsealedLinesAreOneFindingARun() async throws {
    try await everyway { store in
      let unsealed = store.unsealed(1)
      return store.after {
        $0.append(unsealed)
        $0.insert(contentsOf: [unsealed, unsealed, unsealed], at: 9)
      }
    } finds: {
      [
        "\($0.name):\($0.number(9)): lines \($0.number(9)) to \($0.number(11)) are not sealed",
        "\($0.name):\($0.number(33)): this line is not sealed",
      ]
    }
  }

  func testNeighborsThatWereChangedAreOneRun() async throws {
    try await everyway { store in
      store.after { for index in 4...6 { $0[index][2] ^= 1 } }
    } finds: {
      [
        "\($0.name):\($0.number(4)): lines \($0.number(4)) to \($0.number(6)) were changed after"
          + " they were sealed, or a line before them was removed"
      ]
    }
  }

  func testFirstAndLastLineAreNamed() async throws {
    try await everyway { store in
      store.after { lines in
        lines[0][3] ^= 1
        lines[29][3] ^= 1
      }
    } finds: { store in
      [0, 29].map {
        "\(store.name):\(store.number($0)): this line was changed after it was sealed, or a line"
          + " before it was removed"
      }
    }
  }

  /// In both formats, and wherever the file is cut into pieces, the findings are the same.
  private func everyway(
    file: StaticString = #filePath, line: UInt = #line,
    _ change: (SealedStore) throws -> SealedStore, finds expected: (SealedStore) -> [String]
  ) async throws {
    for format in LineFormat.allCases {
      let store = try change(try SealedStore(format, lines: 30 + RandomHistory.names.count))
      for pieceSize in [1, 90, 700, 1 << 20] {
        let found = try await store.findings(pieceSize: pieceSize)
        XCTAssertEqual(
          found, expected(store), "\(format) \(pieceSize)", file: file, line: line)
      }
    }
  }
}
