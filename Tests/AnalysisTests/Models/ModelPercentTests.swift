import Statistics
import TestSupport
import XCTest

@testable import Analysis

final class ModelPercentTests: XCTestCase {
  /// With everybody scored at both times the model is the paired t test, whose percent change and
  /// its interval are held against R elsewhere.
  func testCompletePairsGiveTheIntervalOfPairs() async throws {
    let totals: [(baseline: Double?, followUp: Double?)] = [
      (12, 8), (9, 9), (15, 11), (7, 8), (11, 6), (14, 13), (10, 7), (8, 9),
    ]
    let cohort = SmallCohort(totals)
    let model = try await cohort.model().repeatedMeasures.get()
    let percent = try XCTUnwrap(model.means[1].percent)
    let change = try await cohort.change()
    assertAgrees(model.means[1].change?.estimate, change.test.meanChange)
    assertAgrees(model.means[1].change?.standardError, change.test.standardError)
    assertAgrees(model.means[1].change?.degreesOfFreedom, 7)
    assertAgrees(percent.percent, change.percent?.ofMeans)
    let (interval, expected) = (
      try XCTUnwrap(percent.confidenceInterval),
      try XCTUnwrap(change.percent?.confidenceIntervalOfMeans)
    )
    assertAgrees(interval.lower, expected.lower)
    assertAgrees(interval.upper, expected.upper)
  }

  func testTScoresHaveNoPercent() async throws {
    let totals: [(baseline: Double?, followUp: Double?)] = [(50, 45), (62, 60), (55, 57), (48, 40)]
    let model = try await SmallCohort(totals, instrument: "t-score").model()
    let means = try model.repeatedMeasures.get().means
    XCTAssertNotNil(means[1].change)
    XCTAssertNil(means[1].percent)
  }

  func testAMeanOfZeroHasNoPercent() async throws {
    let totals: [(baseline: Double?, followUp: Double?)] = [(0, 1), (0, 3), (0, 2), (0, 4)]
    let cohort = SmallCohort(totals)
    guard case .failure(.noVariation) = try await cohort.model().repeatedMeasures else {
      return XCTFail("baseline is all zero")
    }
  }
}
