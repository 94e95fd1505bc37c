import XCTest

@testable import Instruments

final class ScoringRuleTests: XCTestCase {
  func testTextSaysTheRule() {
    let texts: KeyValuePairs<ScoringRule, String> = [
      .sum(multiplier: 1): "sum of the items", .sum(multiplier: 4): "sum of the items × 4",
      .mean: "mean of the items", .cappedSum(cap: 30): "sum of the items, at most 30",
      .table([1]): "sum of the items, converted by a table",
      .entered(fractions: true): "total entered directly",
    ]
    for (rule, text) in texts { XCTAssertEqual(rule.text, text) }
  }

  func testRawTotalOutsideTheTableHasNoScore() {
    let table = ScoringRule.table([10, 20, 40])
    XCTAssertEqual(
      [1, 2, 4, 5, 2.5].map { table.score(rawTotal: $0, lowest: 2, itemCount: 2) },
      [nil, 10, 40, nil, nil])
  }
}
