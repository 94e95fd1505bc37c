import TestSupport
import XCTest

@testable import Statistics

final class GrowthCurveTests: XCTestCase {
  private let days = [0.0, 30, 90]

  func testLinesOfTheInventedCohortAgreeWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    for (effects, model) in [
      (GrowthCurve.RandomEffects.interceptAndSlope, "slope"), (.intercept, "intercept"),
    ] {
      let recorded = try XCTUnwrap(oracle.fits["dev300 GAD-7 growth_random_\(model)"])
      let curve = try GrowthCurve(
        InventedCohort("GAD-7").statistics, days: days, randomEffects: effects)
      let expected = try XCTUnwrap(recorded.effects)
      try expected[0].assertAgrees(model) {
        curve.intercept($0)
      }
      try expected[1].assertAgrees(model) {
        curve.slope($0)
      }
      let variances = try XCTUnwrap(recorded.randomEffects)
      assertAgrees(curve.interceptVariance, variances[0], relative: 1e-7)
      assertAgrees(curve.residualVariance, recorded.residual, relative: 1e-7)
      let hasSlopes = variances.count == 3
      assertAgrees(curve.interceptSlopeCovariance, hasSlopes ? variances[1] : nil, relative: 1e-6)
      assertAgrees(curve.slopeVariance, hasSlopes ? variances[2] : nil, relative: 1e-6)
    }
  }

  func testLinesByGroupAgreeWithExactREMLInR() throws {
    let recorded = try XCTUnwrap(ModelOracle().fits["dev300 WHO-5 growth_group"])
    let curve = try GrowthCurve(
      InventedCohort("WHO-5").statisticsByGroup, days: days, randomEffects: .interceptAndSlope)
    // R's effects: intercept and slope of the first group, then what the second adds to each.
    let expected = try XCTUnwrap(recorded.effects)
    try expected[1].assertAgrees("slope") {
      curve.slope($0)
    }
    assertAgrees(
      curve.slope(group: 1, .kenwardRoger)?.estimate,
      expected[1].estimate + expected[3].estimate, relative: 1e-9)
    assertAgrees(
      curve.intercept(group: 1, .kenwardRoger)?.estimate,
      expected[0].estimate + expected[2].estimate, relative: 1e-9)
  }

  /// lme4 stops its search early; at the edge the likelihood is no flatter than elsewhere.
  func testWhatLme4CallsSingularIsFittedAsLme4Does() throws {
    let oracle = try ModelOracle()
    let singular = oracle.fits.filter { $0.value.singular }
    XCTAssertEqual(singular.count, 7)
    for (name, recorded) in singular {
      let curve = try GrowthCurve(
        oracle.moments(of: recorded), mean: recorded.mean, days: recorded.times,
        randomEffects: .interceptAndSlope, groups: 2)
      let lmer = try XCTUnwrap(recorded.lmer)
      XCTAssertTrue(curve.isSingular, name)
      assertAgrees(curve.fit.logLikelihood, lmer.logLik, relative: 1e-9, name)
      XCTAssertGreaterThan(curve.fit.logLikelihood, lmer.logLik - 1e-7, name)
      assertAgrees(curve.interceptVariance, lmer.randomEffects[0], relative: 1e-3, name)
      assertAgrees(curve.interceptSlopeCovariance, lmer.randomEffects[1], relative: 2e-3, name)
      assertAgrees(curve.slopeVariance, lmer.randomEffects[2], relative: 3e-3, name)
      assertAgrees(curve.residualVariance, lmer.residual, relative: 1e-3, name)
      for (effect, expected) in lmer.effects.enumerated() {
        let weights = lmer.effects.indices.map { $0 == effect ? 1.0 : 0 }
        for method in [DegreesOfFreedomMethod.satterthwaite, .kenwardRoger] {
          let contrast = try XCTUnwrap(curve.fit.contrast(weights, method))
          assertAgrees(
            contrast.estimate, expected.estimate, relative: 1e-3, scale: expected.se, name)
          assertAgrees(contrast.standardError, expected.se, relative: 1e-3, name)
          assertAgrees(contrast.degreesOfFreedom, expected.df, relative: 1e-2, name)
        }
      }
    }
  }

  func testWhatLme4CallsRegularIsRegular() throws {
    let oracle = try ModelOracle()
    for (name, recorded) in oracle.fits where !recorded.singular && recorded.model != .unstructured
    {
      let curve = try GrowthCurve(
        oracle.moments(of: recorded), mean: recorded.mean, days: recorded.times,
        randomEffects: recorded.model == .slope ? .interceptAndSlope : .intercept, groups: 2)
      XCTAssertFalse(curve.isSingular, name)
    }
  }

  func testRandomInterceptsStandInWhereSlopesCannotBeTold() throws {
    let regular = try GrowthCurve.largestIdentified(InventedCohort("PHQ-9").statistics, days: days)
    XCTAssertNil(regular.withoutSlopes)
    XCTAssertEqual(regular.curve.randomEffects, .interceptAndSlope)
    // Whatever the scores are, two days are not enough.
    for instrument in ["PHQ-9", "GAD-7", "UCLA-20", "UCLA-3", "WHO-5", "HRQOL-4"] {
      let columns = try InventedCohort(instrument).columns
      let two = try GrowthCurve.largestIdentified(
        PatternStatistics(columns: [columns[0], columns[2]]), days: [0, 90])
      XCTAssertEqual(two.withoutSlopes, .slopesNeedThreeDays, instrument)
      XCTAssertEqual(two.curve.randomEffects, .intercept)
      XCTAssertFalse(two.curve.isSingular)
      XCTAssertNotNil(two.curve.slope(.kenwardRoger))
    }
  }

  /// Two scores that go apart have a negative covariance, which levels alone cannot have: the best
  /// level variance is 0, and what is left is ordinary regression.
  func testLevelsWithoutVarianceAreOrdinaryRegression() throws {
    let columns: [[Double]] = [[1, 5, 3, 2, 6, 4], [6, 2, 4, 4, 1, 2]]
    let curve = try GrowthCurve(
      PatternStatistics(columns: columns), days: [0, 30], randomEffects: .intercept)
    XCTAssertTrue(curve.isSingular)
    XCTAssertEqual(curve.interceptVariance, 0)
    let means = columns.map { $0.reduce(0, +) / 6 }
    let squares = zip(columns, means).reduce(0) { sum, column in
      sum + column.0.reduce(0) { $0 + ($1 - column.1) * ($1 - column.1) }
    }
    assertAgrees(curve.residualVariance, squares / 10, relative: 1e-12)
    let slope = try XCTUnwrap(curve.slope(.kenwardRoger))
    assertAgrees(slope.estimate, (means[1] - means[0]) / 30, relative: 1e-12)
    assertAgrees(slope.standardError, (squares / 10 / 3).squareRoot() / 30, relative: 1e-12)
    assertAgrees(slope.degreesOfFreedom, 10, relative: 1e-9)
  }

  func testTheUnitOfTimeChangesNothingButTheSlope() throws {
    let statistics = try InventedCohort("GAD-7").statistics
    let byDay = try GrowthCurve(statistics, days: days, randomEffects: .interceptAndSlope)
    let day = byDay.slope(.kenwardRoger)
    for unitsADay in [1 / 365.25, 86_400_000] {
      let other = try GrowthCurve(
        statistics, days: days.map { $0 * unitsADay }, randomEffects: .interceptAndSlope)
      let slope = other.slope(.kenwardRoger)
      assertAgrees(slope?.estimate, day.map { $0.estimate / unitsADay }, relative: 1e-9)
      assertAgrees(slope?.degreesOfFreedom, day?.degreesOfFreedom, relative: 1e-7)
      assertAgrees(other.residualVariance, byDay.residualVariance, relative: 1e-8)
    }
  }

  func testWhatDoesNotExistIsNil() throws {
    let curve = try GrowthCurve(
      InventedCohort("GAD-7").statistics, days: days, randomEffects: .intercept)
    XCTAssertNil(curve.slope(group: 1, .kenwardRoger))
  }
}
