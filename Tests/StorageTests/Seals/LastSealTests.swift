import TestSupport
import Text
import XCTest

@testable import Storage

/// What a writer chains the next line to.
final class LastSealTests: XCTestCase {
  func testItIsTheOneOfTheLastSealedLineHoweverFarAbove() throws {
    for format in LineFormat.allCases {
      let store = try SealedStore(format, lines: 40)
      let last = try store.seal(store.lines.count - 1)
      let unsealed = store.unsealed(0)
      let rubbish = [UInt8](repeating: UInt8(ascii: "x"), count: 5000) + [ASCII.lineFeed]
      for tail in [
        [], [unsealed], [rubbish], Array(repeating: unsealed, count: 100),
        Array(repeating: rubbish, count: 7),
      ] {
        XCTAssertEqual(try lastSeal(store.after { $0 += tail }), last)
      }
    }
  }

  /// The first look from the end may begin anywhere in the sealed line.
  func testALookThatBeginsWithinTheLineMissesNothing() throws {
    for format in LineFormat.allCases {
      let store = try SealedStore(format, lines: 40)
      let last = try store.seal(store.lines.count - 1)
      for length in 800...1030 {
        let rubbish = [UInt8](repeating: UInt8(ascii: "x"), count: length) + [ASCII.lineFeed]
        XCTAssertEqual(try lastSeal(store.after { $0.append(rubbish) }), last, "\(length)")
      }
    }
  }

  func testAFileWithoutSealsHasNone() throws {
    for format in LineFormat.allCases {
      let store = try SealedStore(format, lines: 40)
      XCTAssertNil(try lastSeal(store.after { $0 = [] }))
      XCTAssertNil(
        try lastSeal(store.after { $0 = Array(repeating: store.unsealed(0), count: 99) }))
    }
  }

  /// Lines that are no records are passed over by the writer and by the verification alike.
  func testWhatIsWrittenAfterUnsealedLinesGoesOnWithTheChain() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      try test.write(assessments: [try SampleProgram.assessment("P1")])
      try test.put(try test.bytes(test.scoresName) + Array("rubbish\n".utf8), in: test.scoresName)
      try test.write(assessments: [try SampleProgram.assessment("P2")])
      let report = try await test.folder().verifySeals(test.settings, threads: 2)
      XCTAssertEqual(
        report.diagnostics.map(\.excerpt), ["rubbish"])
    }
  }

  private func lastSeal(_ store: SealedStore) throws -> Seal? {
    let folder = store.folder()
    let open = try OpenStoreFile(.scores, in: folder, store.program.settings, for: .reading)
    return try open.lastSeal()
  }
}
