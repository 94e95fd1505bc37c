import Analysis
import Text
import XCTest

@testable import Reports

final class PublishedComparisonTests: XCTestCase {
  func testOnlySharedInstrumentsAndTimepointsAreCompared() async throws {
    let summary = try await HandMadeCohort.ofTen().summary
    let comparison = try XCTUnwrap(PublishedComparison(summary.measures))
    guard case .array(let rows) = comparison.json else { return XCTFail("no rows") }
    XCTAssertEqual(
      rows.map { $0["published_percent_change"] }, [.number(-11.6), .number(-14.6), .number(-13)])
    XCTAssertEqual(
      rows[0].keys,
      [
        "measure", "timepoint", "published_percent_change", "percent_change",
        "percent_change_ci95", "pairs", "instrument",
      ])
    XCTAssertEqual(rows[0]["percent_change"], .number(-10))
    XCTAssertEqual(rows[0]["pairs"], .number(8))
  }

  func testFiguresStandAsTheyArePrinted() async throws {
    let summary = try await HandMadeCohort.ofTen().summary
    let comparison = try XCTUnwrap(PublishedComparison(summary.measures))
    let column = ReadableTable(comparison.table).rows.map { $0[2] }
    XCTAssertEqual(column, ["−11.6 %", "−14.6 %", "−13 %"])
  }

  func testNothingSharedGivesNoComparison() async throws {
    let other = try await HandMadeCohort.of("who-5", [(40, 60)]).summary
    XCTAssertNil(PublishedComparison(other.measures))
  }

  func testGroupsAreNotPutBesideTheStudy() async throws {
    let bySite = try await HandMadeCohort.ofTen(groupedBy: "site").summary
    XCTAssertNil(PublishedComparison(bySite.measures))
  }
}
