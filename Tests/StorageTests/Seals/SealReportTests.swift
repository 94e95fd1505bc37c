import TestSupport
import Text
import XCTest

@testable import Storage

/// The noted seals, and the word to note.
final class SealReportTests: XCTestCase {
  func testTheWordHoldsTheLastSealsAndIsFoundLater() async throws {
    for format in LineFormat.allCases {
      let test = try TestProgram(format)
      let empty = try await report(test)
      XCTAssertEqual(empty.word, "none-none")
      try test.write(events: [try SampleProgram.event("P1")])
      let early = try await report(test).word
      XCTAssertEqual(early.suffix(5), "-none")
      try test.write(assessments: [try SampleProgram.assessment("P1")])
      let late = try await report(test).word
      XCTAssertEqual(late.prefix(17), early.prefix(17))
      try test.write(events: [try SampleProgram.event("P2")])
      for word in ["none-none", early, late, String(late.prefix(16)), String(late.suffix(16))] {
        let found = try await report(test, word)
        XCTAssertEqual(found.diagnostics, [], word)
      }
    }
  }

  /// A chain that was made anew from the first line on is whole.
  func testARewrittenChainIsFoundByTheNotedSealAlone() async throws {
    let original = try TestProgram(.csv)
    let rewritten = try TestProgram(.csv)
    try original.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    try rewritten.write(
      events: [try SampleProgram.event("P1")],
      assessments: [try SampleProgram.assessment("P1", answers: [3, 3, 3], score: 9)])
    let word = try await report(original).word
    let unnoticed = try await report(rewritten)
    XCTAssertEqual(unnoticed.diagnostics, [])
    let found = try await report(rewritten, word)
    XCTAssertEqual(
      found.diagnostics.map(\.text),
      [
        "scores.csv: there is no line with the seal \(word.suffix(16)): lines were cut off or resealed"
          + " after it was noted\n"
          + "  restore the files from a backup with `outcomes restore`"
      ])
  }

  func testASealCountsOnlyInTheFileItWasNotedOf() async throws {
    let test = try TestProgram(.csv)
    try test.write(
      events: [try SampleProgram.event("P1")], assessments: [try SampleProgram.assessment("P1")])
    let word = try await report(test).word
    let exchanged = "\(word.suffix(16))-\(word.prefix(16))"
    let found = try await report(test, exchanged)
    XCTAssertEqual(found.diagnostics.map { $0.location?.file }, ["participants.csv", "scores.csv"])
    let unknown = try await report(test, "0123456789abcdef")
    XCTAssertEqual(
      unknown.diagnostics.map(\.message),
      [
        "no file has the seal 0123456789abcdef: lines were cut off or resealed after it was"
          + " noted"
      ])
  }

  /// A seal that stands in a line which was changed proves nothing.
  func testTheSealOfAChangedLineIsNotFound() async throws {
    for format in LineFormat.allCases {
      let store = try SealedStore(format, lines: 20)
      let last = store.lines.count - 1
      let noted = NotedSeal(seal: try store.seal(last), file: .scores)
      let found = try await store.after { $0[last][3] ^= 1 }.findings(noted: [noted])
      XCTAssertEqual(found.count, 2)
    }
  }

  private func report(_ test: TestProgram, _ word: String? = nil) async throws -> SealReport {
    let noted = try word.map { try XCTUnwrap(NotedSeal.parse($0)) } ?? []
    return try await test.folder().verifySeals(test.settings, noted: noted, threads: 2)
  }
}
