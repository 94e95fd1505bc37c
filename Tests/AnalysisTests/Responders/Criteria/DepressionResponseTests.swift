import XCTest

@testable import Analysis

final class DepressionResponseTests: XCTestCase {
  func testTheLinesAreWhereHEDISDrawsThem() throws {
    let counts = try counts([(10, 5), (9, 2), (20, 10), (20, 11), (12, 4), (10, 12), (11, nil)])
    XCTAssertEqual(counts.raised, 6)
    XCTAssertEqual(counts[.followed], Share(5, of: 6))
    XCTAssertEqual(counts[.responseOfFollowed], Share(3, of: 5))
    XCTAssertEqual(counts[.remissionOfFollowed], Share(1, of: 5))
    XCTAssertEqual(counts[.higherOfFollowed], Share(1, of: 5))
    XCTAssertEqual(counts[.responseOfDue], Share(3, of: 6))
    XCTAssertEqual(counts[.remissionOfDue], Share(1, of: 6))
  }

  func testWhoIsNotDueIsInNoDenominator() throws {
    let counts = try counts([(10, 5), (12, nil)], on: 31)
    XCTAssertEqual(counts.raised, 2)
    XCTAssertEqual(counts.due, 1)
    XCTAssertEqual(counts[.followed], Share(1, of: 1))
  }

  func testWithNobodyRaisedThereIsNoShare() throws {
    let counts = try counts([(3, 2)])
    XCTAssertEqual(counts.raised, 0)
    XCTAssertNil(counts[.responseOfFollowed].interval)
  }

  private func counts(
    _ totals: [(Double?, Double?)], on day: Int = 365
  ) throws -> DepressionResponse {
    let table = try SmallCohort(totals, instrument: "phq-9").table
    let analysis = ResponderAnalysis(
      table, .on(day), ResponderQuestion(followUp: .timepoint(1)), instruments: [0])
    return try XCTUnwrap(analysis.depression.first)
  }
}
