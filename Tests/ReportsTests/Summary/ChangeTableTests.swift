import Documents
import Analysis
import XCTest

@testable import Reports

final class ChangeTableTests: XCTestCase {
  func testWordsFollowTheDirectionOfTheInstrument() async throws {
    let lower = try await lastCells(of: "ucla-3", [[(8, 6)], [(6, 8)], [(7, 7)]])
    XCTAssertEqual(lower, ["better", "worse", "same"])
    let higher = try await lastCells(of: "who-5", [[(40, 60)], [(60, 40)], [(60, 60)]])
    XCTAssertEqual(higher, ["better", "worse", "same"])
  }

  func testMissingNumbersSayWhy() async throws {
    let none = try await row(of: "healthy-days", [(4, nil)])
    XCTAssertEqual(none[2], .missing(because: "no participant is scored at both times yet"))
    XCTAssertEqual(none[4], .missing(because: "no participant is scored at both times yet"))
    let one = try await row(of: "healthy-days", [(4, 6)])
    XCTAssertEqual(one[5], .missing(because: "only one pair"))
    XCTAssertEqual(one[6], .missing(because: "only one pair"))
    let zero = try await row(of: "healthy-days", [(0, 6), (0, 7)])
    XCTAssertEqual(zero[4], .missing(because: "the baseline mean is 0"))
    XCTAssertEqual(zero[5], .missing(because: "the baseline mean is 0"))
    let alike = try await row(of: "healthy-days", [(4, 6), (4, 6)])
    XCTAssertEqual(alike[3], .missing(because: "all changes are equal"))
    XCTAssertEqual(alike[6], .missing(because: "all scores are equal"))
  }

  func testTScoresHaveNoPercentColumns() async throws {
    let summary = try await HandMadeCohort.of("promis-gmh", [(33.8, 41.1)]).summary
    let table = ChangeTable.table(of: try XCTUnwrap(summary.measures.first), .everything)
    XCTAssertEqual(
      table.columns.map(\.title),
      ["timepoint", "pairs", "change", "95 % CI", "d_av", "p", "toward"])
  }

  private func row(
    of instrument: String, _ totals: [(baseline: Double?, followUp: Double?)]
  ) async throws -> [Cell] {
    let summary = try await HandMadeCohort.of(instrument, totals).summary
    return try XCTUnwrap(
      ChangeTable.table(of: XCTUnwrap(summary.measures.first), .everything).rows.first)
  }

  private func lastCells(
    of instrument: String, _ cohorts: [[(baseline: Double?, followUp: Double?)]]
  ) async throws -> [String] {
    var words: [String] = []
    for totals in cohorts {
      guard case .text(let word)? = try await row(of: instrument, totals).last else { continue }
      words.append(word)
    }
    return words
  }
}
