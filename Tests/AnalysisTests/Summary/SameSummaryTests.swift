import Analysis
import Records
import TestSupport
import XCTest

/// What is said of a cohort is the same to the last bit however its store was written and read.
/// Doubles are compared by the shortest decimals that give them back.
final class SameSummaryTests: XCTestCase {
  func testBothKindsOfStoreGiveTheSameSummary() async throws {
    for attribute in [nil, "group"] {
      let csv = try await summary(InventedPeople.table("csv"), by: attribute)
      let json = try await summary(InventedPeople.table("json"), by: attribute)
      XCTAssertEqual(csv, json)
    }
  }

  func testThreadsAndPiecesDoNotChangeTheSummary() async throws {
    for kind in ["csv", "json"] {
      let expected = try await summary(InventedPeople.table(kind, threads: 1))
      let sizes = [311, 4096, 65_537]
      for threads in 1...3 {
        for size in Fixtures.areSearchesLong ? sizes : [sizes[threads - 1]] {
          let table = try await InventedPeople.table(kind, threads: threads, pieceSize: size)
          let actual = try await summary(table)
          XCTAssertEqual(actual, expected, "\(kind), \(threads) threads, \(size) bytes")
        }
      }
    }
  }

  /// Every line of the fixture has a key of its own, so that none replaces another.
  func testOrderOfIndependentLinesDoesNotChangeTheSummary() async throws {
    var generator = SeededGenerator(seed: 300)
    var lines = try InventedPeople.lines()
    let program = try InventedPeople.program()
    let expected = try await summary(lines.table(program), by: "group")
    for _ in 1...(Fixtures.areSearchesLong ? 5 : 2) {
      lines.participants.shuffle(using: &generator)
      lines.scores.shuffle(using: &generator)
      let actual = try await summary(lines.table(program), by: "group")
      XCTAssertEqual(actual, expected)
    }
  }

  private func summary(_ table: CohortColumns, by attribute: String? = nil) async throws -> String {
    let selection = try InventedPeople.selection(by: attribute)
    let all = Array(table.program.instruments.indices)
    let text =
      String(reflecting: await CohortSummary(table, selection))
      + String(reflecting: ChangeAnalysis(table, selection, instruments: all))
      + String(reflecting: AttritionSummary(table, selection, instruments: all))
      + String(
        reflecting: ResponderAnalysis(
          table, selection, ResponderQuestion(followUp: .lastOfEach), instruments: all))
    // That the numbers are in the text: the mean of PHQ-9 at baseline, in one group and in both.
    XCTAssertTrue(text.contains(attribute == nil ? "10.477272727272727" : "10.563492063492063"))
    return text
  }
}
