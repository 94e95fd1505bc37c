import Statistics
import XCTest

final class StandardizedMeanChangeTests: XCTestCase {
  func testEffectsAndIntervalsAgreeWithR() throws {
    for expected in try EffectSizeCase.all() {
      let average = try XCTUnwrap(StandardizedMeanChange.byAverageVariance(expected.table))
      check(average, expected.average, expected.averageLower, expected.averageUpper, expected.name)
      let repeated = try XCTUnwrap(StandardizedMeanChange.allowingForCorrelation(expected.table))
      check(
        repeated, expected.repeated, expected.repeatedLower, expected.repeatedUpper, expected.name)
    }
  }

  func testCohortsAgreeWithR() throws {
    for cohort in try CohortCase.withPeople() {
      let table = try XCTUnwrap(cohort.table)
      let expected = try XCTUnwrap(cohort.people)
      check(
        try XCTUnwrap(StandardizedMeanChange.byAverageVariance(table)), expected.dAvRootMeanVar,
        expected.dAvRootMeanVarCi95[0], expected.dAvRootMeanVarCi95[1], cohort.name)
      check(
        try XCTUnwrap(StandardizedMeanChange.allowingForCorrelation(table)), expected.dRm,
        expected.dRmCi95[0], expected.dRmCi95[1], cohort.name)
    }
  }

  func testWhatIsUndefinedIsNil() {
    let fewOrEqual: [[(Double, Double)]] = [[], [(8, 6)], [(8, 6), (8, 6)]]
    for pairs in fewOrEqual {
      let sample = PairedFrequencyTable(pairs: pairs)
      XCTAssertNil(StandardizedMeanChange.byAverageVariance(sample))
      XCTAssertNil(StandardizedMeanChange.allowingForCorrelation(sample))
    }
    let alike = PairedFrequencyTable(pairs: [(8, 6), (7, 5)])
    XCTAssertNil(StandardizedMeanChange.allowingForCorrelation(alike))
    XCTAssertNotNil(StandardizedMeanChange.byAverageVariance(alike)?.confidenceInterval)
    XCTAssertNil(
      StandardizedMeanChange.byAverageVariance(alike, confidenceLevel: 1)?.confidenceInterval)
  }

  private func check(
    _ actual: StandardizedMeanChange, _ effect: Double, _ lower: Double, _ upper: Double,
    _ name: String
  ) {
    assertAgrees(actual.effect, effect, relative: 1e-12, name)
    assertAgrees(
      actual.confidenceInterval?.lower, lower, relative: 1e-12, scale: effect.magnitude, name)
    assertAgrees(
      actual.confidenceInterval?.upper, upper, relative: 1e-12, scale: effect.magnitude, name)
  }
}
