import Records
import XCTest

@testable import Analysis

final class BaselineCharacteristicsTests: XCTestCase {
  /// By hand: 5 in the north, 3 in the south, 2 without a site; 8 scored at baseline.
  func testEverybodyEnrolledIsCountedByValueAndScore() throws {
    let table = try cohort.table
    let everybody = try XCTUnwrap(
      AttritionSummary(table, .on(365), instruments: [0]).baseline.columns.first)
    XCTAssertNil(everybody.group)
    XCTAssertEqual(everybody.enrolled, 10)
    XCTAssertEqual(everybody.attributes.map(\.attribute), ["site"])
    XCTAssertEqual(everybody.attributes[0].values, ["north", "south"])
    XCTAssertEqual(everybody.attributes[0].counts, [5, 3])
    XCTAssertEqual(everybody.attributes[0].notGiven, 2)
    XCTAssertEqual(everybody.attributes[0].percent(of: 0), 62.5)
    XCTAssertEqual(everybody.scores[0].statistics.n, 8)
    XCTAssertEqual(everybody.scores[0].statistics.mean, 4.5)
  }

  /// The north has 1 to 5, with a variance of 2.5, the south 6 to 8, with 1.
  func testGroupsHaveAColumnEachAndTheLargestDifferenceIsGiven() throws {
    let baseline = AttritionSummary(
      try cohort.table, .on(365, by: "site"), instruments: [0]
    ).baseline
    XCTAssertEqual(baseline.columns.map { $0.group?.value }, [nil, "", "north", "south"])
    XCTAssertEqual(baseline.columns.map(\.enrolled), [10, 2, 5, 3])
    // The site makes the groups: it is no characteristic of theirs.
    XCTAssertEqual(baseline.columns.map(\.attributes.count), [0, 0, 0, 0])
    XCTAssertEqual(
      baseline.difference(ofScores: 0) ?? .nan, 4 / ((2.5 + 1) / 2).squareRoot(), accuracy: 1e-14)
  }

  func testWithoutGroupsThereIsNoDifference() throws {
    let baseline = AttritionSummary(try cohort.table, .on(365), instruments: [0]).baseline
    XCTAssertNil(baseline.difference(ofScores: 0))
    XCTAssertNil(baseline.difference(ofAttribute: 0))
  }

  private var cohort: SmallCohort {
    var cohort = SmallCohort()
    for number in 1...10 {
      let id = "P\(number)"
      cohort.enroll(id, site: number <= 5 ? "north" : number <= 8 ? "south" : "")
      if number <= 8 { cohort.record(id, "baseline", Double(number), day: 0) }
    }
    return cohort
  }
}
