import Documents
import Analysis
import Records
import Statistics
import Text
import XCTest

@testable import Reports

final class DisclosedRowTests: XCTestCase {
  func testWithoutSharingEverythingIsSaid() {
    let row = DisclosedRow(.everything, place)
    XCTAssertEqual(row.people(.scored, 3), .integer(3))
    XCTAssertEqual(row.cell(.decimal(6.4666, decimals: 2), .extreme), .decimal(6.4666, decimals: 2))
  }

  func testStatisticsStandAndFallWithTheNumbersBehindThem() throws {
    let disclosure = try shared([("scored", 40), ("pairs", 3), ("unpaired", 37)])
    let scored = DisclosedRow(disclosure, place, basis: .scored)
    let pairs = DisclosedRow(disclosure, place, basis: .pairs)
    let mean = Cell.decimal(6.4666, decimals: 2)
    XCTAssertEqual(pairs.people(.pairs, 3), .suppressed)
    XCTAssertEqual(pairs.statistic(mean), .suppressed)
    XCTAssertEqual(pairs.text(.pairs, 3), "[c]")
    XCTAssertEqual(scored.statistic(mean), scored.showsStatistics ? mean : .suppressed)
    XCTAssertEqual(DisclosedRow(disclosure, place).statistic(mean), .suppressed)
    XCTAssertEqual(scored.cell(mean, .extreme), .suppressed)
    XCTAssertEqual(scored.cell(mean, .none), mean)
  }

  func testWhereNumbersAreRoundedStatisticsHaveFewDigits() throws {
    let disclosure = try shared([("scored", 48)], .nhs)
    let row = DisclosedRow(disclosure, place, basis: .scored)
    XCTAssertEqual(row.people(.scored, 48), .integer(50))
    XCTAssertEqual(row.statistic(.decimal(6.4666, decimals: 2)), .decimal(6.5, decimals: 1))
    XCTAssertEqual(
      row.statistic(.decimal(6.25, decimals: 2), decimals: 0), .decimal(6, decimals: 0))
    XCTAssertEqual(row.statistic(.percent(-14.63, decimals: 1)), .percent(-15, decimals: 0))
    XCTAssertEqual(row.statistic(.probability(0.0421)), .probability(0.05))
    XCTAssertEqual(row.statistic(.probability(1e-9)), .probability(0.001))
    XCTAssertEqual(
      row.statistic(.interval(ConfidenceInterval(lower: -0.04, upper: 1.26), decimals: 2)),
      .interval(ConfidenceInterval(lower: 0, upper: 1.3), decimals: 1))
    XCTAssertEqual(row.cell(.integer(47), .revealing), .suppressed)
  }

  func testAnObjectSaysLastThatSomethingIsHidden() throws {
    let row = DisclosedRow(try shared([("scored", 3)]), place, basis: .scored)
    var object = DisclosedObject()
    object.add("n", row.people(.scored, 3))
    object.add("source", .string("invented"))
    XCTAssertEqual(
      JSONWriter.compact(object.json), #"{"n": null, "source": "invented", "suppressed": true}"#)
    let table = Table(columns: [Column("n")], rows: [[.suppressed]])
    XCTAssertEqual(CSVRenderer().render(table), "n\n[c]\n")
    XCTAssertEqual(JSONWriter.compact(table.json), #"[{"n": null, "suppressed": true}]"#)
  }

  private let place = CountPlace()

  /// Numbers without sums.
  private func shared(
    _ counts: [(String, Int)], _ policy: SmallNumberPolicy = .cms
  ) throws -> Disclosure {
    var disclosedCounts = DisclosedCounts()
    for (name, count) in counts {
      disclosedCounts.add(CountAddress(place, CountName(rawValue: name)), count, .detail)
    }
    return .shared(SuppressionPlan(disclosedCounts, policy))
  }
}
