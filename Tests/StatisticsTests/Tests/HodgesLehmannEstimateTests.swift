import Statistics
import TestSupport
import XCTest

final class HodgesLehmannEstimateTests: XCTestCase {
  func testPseudomediansAndIntervalsAgreeWithR() throws {
    for expected in try SignedRankCase.all() {
      let estimate = HodgesLehmannEstimate(expected.table)
      // R's ends are found by bisection between decimals that the cases round to 12 places.
      assertAgrees(
        estimate.pseudomedian, expected.pseudomedian, relative: 1e-11, scale: 1, expected.name)
      assertAgrees(
        estimate.confidenceInterval?.lower, expected.lower, relative: 1e-11, scale: 1,
        expected.name)
      assertAgrees(
        estimate.confidenceInterval?.upper, expected.upper, relative: 1e-11, scale: 1,
        expected.name)
    }
  }

  func testCohortsAgreeWithRWithinItsTolerance() throws {
    for cohort in try CohortCase.withPeople() {
      let estimate = HodgesLehmannEstimate(try XCTUnwrap(cohort.table))
      let expected = try XCTUnwrap(cohort.people)
      XCTAssertEqual(estimate.pseudomedian, expected.hodgesLehmannExactNonzero, cohort.name)
      let interval = try XCTUnwrap(estimate.confidenceInterval)
      XCTAssertEqual(interval.lower, expected.rConfInt[0], accuracy: 1e-4, cohort.name)
      XCTAssertEqual(interval.upper, expected.rConfInt[1], accuracy: 1e-4, cohort.name)
    }
  }

  /// R's search ends somewhere between the two middle averages; this is their mean.
  func testTheEstimateIsTheMeanOfTheMiddleAveragesWhereRStopsBetweenThem() throws {
    struct File: Decodable {
      let cases: [Case]
      struct Case: Decodable {
        let changes: [Double]
        let searched: Double
        let middle: [Double]
      }
    }
    var elsewhere = 0
    for expected in try Oracle.decode(File.self, from: .pseudomedianSearch).cases {
      let table = PairedFrequencyTable(pairs: expected.changes.map { (20, 20 + $0) })
      let estimate = try XCTUnwrap(HodgesLehmannEstimate(table).pseudomedian)
      XCTAssertEqual(estimate, (expected.middle[0] + expected.middle[1]) / 2)
      XCTAssertGreaterThan(expected.searched, expected.middle[0] - 1e-4)
      XCTAssertLessThan(expected.searched, expected.middle[1] + 1e-4)
      if (estimate - expected.searched).magnitude > 0.01 { elsewhere += 1 }
      XCTAssertLessThanOrEqual((estimate - expected.searched).magnitude, 0.25)
    }
    XCTAssertEqual(elsewhere, 8)
  }

  func testFewChangesHaveNoIntervalAtTheirLevel() {
    let five = PairedFrequencyTable(pairs: (1...5).map { (0, Double($0)) })
    XCTAssertEqual(HodgesLehmannEstimate(five).pseudomedian, 3)
    XCTAssertNil(HodgesLehmannEstimate(five).confidenceInterval)
    // P(V = 0) is 1/32, so that all five reach 93.75 % and no more.
    XCTAssertEqual(
      HodgesLehmannEstimate(five, confidenceLevel: 0.9).confidenceInterval,
      ConfidenceInterval(lower: 1, upper: 5))
    for level in [0, 1, -1, .nan] {
      XCTAssertNil(HodgesLehmannEstimate(five, confidenceLevel: level).confidenceInterval)
    }
  }

  func testNobodyChangedHasNoEstimateAndEqualChangesNoInterval() {
    for pairs in [[], [(4, 4), (5, 5)]] as [[(Double, Double)]] {
      let estimate = HodgesLehmannEstimate(PairedFrequencyTable(pairs: pairs))
      XCTAssertNil(estimate.pseudomedian)
      XCTAssertNil(estimate.confidenceInterval)
    }
    let equal = HodgesLehmannEstimate(
      PairedFrequencyTable(pairs: (1...30).map { (Double($0), Double($0) - 2) }))
    XCTAssertEqual(equal.pseudomedian, -2)
    XCTAssertNil(equal.confidenceInterval)
  }

  func testAConstantAddedChangesNothingAndAUnitScales() throws {
    var generator = SeededGenerator(seed: 8)
    for count in [9, 60, 300] {
      let pairs = generator.pairs(count)
      let estimate = HodgesLehmannEstimate(PairedFrequencyTable(pairs))
      let shifted = pairs.map { (baseline: $0.baseline + 5, followUp: $0.followUp + 5) }
      XCTAssertEqual(estimate, HodgesLehmannEstimate(PairedFrequencyTable(shifted)))
      let scaled = HodgesLehmannEstimate(
        PairedFrequencyTable(pairs.map { (baseline: 8 * $0.baseline, followUp: 8 * $0.followUp) }))
      XCTAssertEqual(scaled.pseudomedian, estimate.pseudomedian.map { 8 * $0 })
      XCTAssertEqual(
        scaled.confidenceInterval?.lower, estimate.confidenceInterval.map { 8 * $0.lower })
    }
  }
}
