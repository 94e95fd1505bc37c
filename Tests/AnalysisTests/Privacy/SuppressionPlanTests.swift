import XCTest

@testable import Analysis

final class SuppressionPlanTests: XCTestCase {
  func testNothingIsHiddenWhereNothingIsSmall() {
    XCTAssertEqual(hidden(["scored": 700, "absent": 115], .cms), [])
    XCTAssertEqual(hidden(["scored": 815, "absent": 0], .cms), [])
  }

  /// 815 − 812 would tell 3: the other part goes too, also where it is what matters.
  func testASmallNumberIsNeverHiddenAlone() {
    XCTAssertEqual(hidden(["scored": 812, "absent": 3], .cms), ["scored", "absent"])
  }

  func testDetailsAreHiddenBeforeWhatStatisticsStandOn() {
    XCTAssertEqual(
      hidden(["scored": 40, "absent": 3, "withdrawn": 300, "not due": 0], .cms),
      ["absent", "withdrawn"])
  }

  /// 3 + 4 hidden people are 7: that would be a small number too.
  func testTheSumOfWhatIsHiddenIsNotSmall() {
    XCTAssertEqual(
      hidden(["scored": 700, "absent": 3, "withdrawn": 4, "not due": 60], .cms),
      ["absent", "withdrawn", "not due"])
    XCTAssertEqual(
      hidden(["scored": 700, "absent": 5, "withdrawn": 6, "not due": 60], .cms),
      ["absent", "withdrawn"])
  }

  /// The mark says that the number is 1 to 4; 815 is 813 to 817, and 810 is 808 to 812.
  func testRoundingHidesBySelf() {
    XCTAssertEqual(hidden(["scored": 812, "absent": 3], .nhs), ["absent"])
  }

  func testKnownNumbersAndThoseOfAnEarlierPlanStay() {
    var disclosedCounts = Self.disclosedCounts(["scored": 40, "absent": 20, "late": 15])
    let first = SuppressionPlan(disclosedCounts, .cms)
    disclosedCounts.split(
      Self.address("scored"), 37, as: CountName(rawValue: "pairs"), .result, rest: .unpaired)
    let plan = SuppressionPlan(disclosedCounts, .cms, after: first)
    XCTAssertTrue(plan.shows(Self.address("scored")))
    XCTAssertTrue(plan.shows(Self.address("all")))
    XCTAssertFalse(plan.shows(Self.address("pairs")))
  }

  func testWhatWasNeverCountedIsNotShown() {
    let plan = SuppressionPlan(Self.disclosedCounts(["scored": 40]), .cms)
    XCTAssertFalse(plan.shows(Self.address("somebody else")))
    XCTAssertFalse(Disclosure.shared(plan).shows(Self.address("somebody else")))
    XCTAssertTrue(Disclosure.everything.shows(Self.address("somebody else")))
  }

  private func hidden(_ parts: KeyValuePairs<String, Int>, _ policy: SmallNumberPolicy) -> [String]
  {
    let plan = SuppressionPlan(Self.disclosedCounts(parts), policy)
    return parts.map(\.key).filter { !plan.shows(Self.address($0)) }
  }

  /// Parts of a known whole; those scored matter more than the others.
  private static func disclosedCounts(_ parts: KeyValuePairs<String, Int>) -> DisclosedCounts {
    var disclosedCounts = DisclosedCounts()
    disclosedCounts.add(address("all"), parts.reduce(0) { $0 + $1.value }, .known)
    for (name, count) in parts {
      disclosedCounts.add(address(name), count, name == "scored" ? .description : .detail)
    }
    disclosedCounts.addSum(address("all"), of: parts.map { address($0.key) })
    return disclosedCounts
  }

  private static func address(_ name: String) -> CountAddress {
    CountAddress(CountPlace(), CountName(rawValue: name))
  }
}
