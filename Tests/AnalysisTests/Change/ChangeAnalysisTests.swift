import Instruments
import Records
import Statistics
import XCTest

@testable import Analysis

final class ChangeAnalysisTests: XCTestCase {
  /// By hand: raw p values of two instruments are one family, so the smaller one is doubled.
  func testOneFamilyOfTestsSpansInstrumentsAndTimepoints() throws {
    var cohort = SmallCohort()
    cohort.instruments = ["distress", "wellbeing"]
    cohort.timepoints = [("baseline", 0), ("day30", 30)]
    for (number, changes) in [(1.0, 2.0), (2, 1), (1, 3), (3, 1), (2, 2)].enumerated() {
      let id = "P\(number)"
      cohort.enroll(id)
      cohort.record(id, "baseline", 10, day: 0, on: "distress")
      cohort.record(id, "day30", 10 - changes.0, day: 30, on: "distress")
      cohort.record(id, "baseline", 5, day: 0, on: "wellbeing")
      cohort.record(id, "day30", 5 + changes.1, day: 30, on: "wellbeing")
    }
    let analysis = try cohort.analysis([0, 1])
    let raw = analysis.measures.compactMap { $0.summary.timepoints[1].change?.test.p }
    let adjusted = analysis.measures.compactMap { $0.details[1].change?.adjustedP }
    XCTAssertEqual(raw.count, 2)
    XCTAssertEqual(adjusted.min(), raw.min().map { 2 * $0 })
    XCTAssertEqual(try cohort.analysis([0]).measures[0].details[1].change?.adjustedP, raw[0])
  }

  /// Three of five did not change: the middle change is none, while the pseudomedian leaves them
  /// out.
  func testTheMedianIsOfAllChangesAndThePseudomedianOfThoseThatAreNotZero() throws {
    let cohort = SmallCohort([(9, 9), (9, 8), (8, 8), (7, 3), (6, 6)])
    let change = try XCTUnwrap(try cohort.analysis([0]).measures[0].details[1].change)
    XCTAssertEqual(change.changes.median, 0)
    XCTAssertEqual(change.changes.firstQuartile, -1)
    XCTAssertEqual(change.changes.thirdQuartile, 0)
    XCTAssertEqual(change.hodgesLehmann.pseudomedian, -2.5)
  }

  func testTwoGroupsAreComparedOnceAndThreeEachWithTheOthers() throws {
    for (sites, expected) in [
      (["a", "b"], ["a b"]), (["a", "b", "c"], ["a others", "b others", "c others"]),
      (["a"], []),
    ] {
      var cohort = SmallCohort()
      cohort.timepoints = [("baseline", 0), ("day30", 30)]
      for number in 0..<6 {
        let id = "P\(number)"
        cohort.enroll(id, site: sites[number % sites.count])
        cohort.record(id, "baseline", 10, day: 0)
        cohort.record(id, "day30", Double(number), day: 30)
      }
      let analysis = try cohort.analysis([0], by: "site")
      XCTAssertEqual(
        analysis.differences.map { "\($0.group.value) \($0.other?.value ?? "others")" }, expected)
      XCTAssertEqual(analysis.measures.map(\.summary.group?.value), [nil] + sites)
    }
  }

  /// By hand: the changes are −10, −8, −6 in a and −9, −7, −5 in b, so a fell by 1 more.
  func testDifferenceIsThatOfTheMeanChanges() throws {
    var cohort = SmallCohort()
    cohort.timepoints = [("baseline", 0), ("day30", 30)]
    for number in 0..<6 {
      let id = "P\(number)"
      cohort.enroll(id, site: number % 2 == 0 ? "a" : "b")
      cohort.record(id, "baseline", 10, day: 0)
      cohort.record(id, "day30", Double(number), day: 30)
    }
    let difference = try XCTUnwrap(try cohort.analysis([0], by: "site").differences.first)
    XCTAssertEqual(difference.test.difference, -1)
    XCTAssertEqual(difference.pairs.group, 3)
    XCTAssertEqual(difference.pairs.other, 3)
    XCTAssertEqual(difference.adjustedP, difference.test.p)
  }

  func testNothingIsUndefinedByChance() throws {
    let totals: [[(Double?, Double?)]] = [
      [], [(5, 3)], [(5, 3), (5, 3)], [(0, 0), (0, 0)], [(nil, 4)], [(4, nil)],
    ]
    for pairs in totals {
      let analysis = try SmallCohort(pairs).analysis([0])
      let detail = try XCTUnwrap(analysis.measures[0].details[1].change)
      XCTAssertNil(detail.adjustedP)
      XCTAssertNil(detail.cohensDzInterval)
      XCTAssertNil(analysis.measures[0].details[0].change)
      XCTAssertNil(analysis.measures[0].details[0].reliability)
      let changed = pairs.contains { $0.0 != nil && $0.1 != nil && $0.0 != $0.1 }
      XCTAssertEqual(detail.wilcoxon.p == nil, !changed, "\(pairs)")
      XCTAssertEqual(detail.hodgesLehmann.pseudomedian, changed ? -2 : nil)
    }
  }

  func testEndsOfTheScaleAndManyDaysAreCounted() throws {
    let analysis = try SmallCohort(
      [(0, 30), (14, 13), (30, 14), (30, nil)], instrument: "healthy-days"
    ).analysis([0])
    let ends = analysis.measures[0].details.map(\.ends)
    XCTAssertEqual(ends.map(\.atFloor), [1, 0])
    XCTAssertEqual(ends.map(\.atCeiling), [2, 1])
    XCTAssertEqual(ends.map { $0.manyDays?.count }, [3, 2])
    XCTAssertEqual(ends[0].manyDays?.share?.proportion, 0.75)
    let points = try SmallCohort([(3, 9)], instrument: "ucla-3").analysis([0])
    XCTAssertNil(points.measures[0].details[0].ends.manyDays)
  }
}

extension SmallCohort {
  fileprivate func analysis(
    _ instruments: [Int], by attribute: String? = nil
  ) throws -> ChangeAnalysis {
    ChangeAnalysis(try table, .on(365, by: attribute), instruments: instruments)
  }
}
