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
    try expected[3].assertAgrees("difference") {
      curve.differenceInSlope(group: 1, $0)
    }
    assertAgrees(
      curve.intercept(group: 1, .kenwardRoger)?.estimate,
      expected[0].estimate + expected[2].estimate, relative: 1e-9)
  }

  func testWhatLme4CallsSingularIsSingular() throws {
    let oracle = try ModelOracle()
    let singular = oracle.fits.filter { $0.value.singular }
    XCTAssertEqual(singular.count, 7)
    for (name, recorded) in singular {
      XCTAssertThrowsError(
        try GrowthCurve(
          oracle.moments(of: recorded), mean: recorded.mean, days: recorded.times,
          randomEffects: .interceptAndSlope, groups: 2), name
      ) { XCTAssertEqual($0 as? ModelFailure, .singularRandomEffects, name) }
    }
  }

  func testWhatLme4CallsRegularIsRegular() throws {
    let oracle = try ModelOracle()
    for (name, recorded) in oracle.fits where !recorded.singular && recorded.model != .unstructured
    {
      XCTAssertNoThrow(
        try GrowthCurve(
          oracle.moments(of: recorded), mean: recorded.mean, days: recorded.times,
          randomEffects: recorded.model == .slope ? .interceptAndSlope : .intercept, groups: 2),
        name)
    }
  }

  func testRandomInterceptsStandInForSingularSlopes() throws {
    let recorded = try XCTUnwrap(ModelOracle().fits["dev300 UCLA-3 growth_random_intercept"])
    let (curve, failure) = try GrowthCurve.simplestNeeded(
      InventedCohort("UCLA-3").statistics, days: days)
    XCTAssertEqual(failure, .singularRandomEffects)
    XCTAssertEqual(curve.randomEffects, .intercept)
    try XCTUnwrap(recorded.effects)[1].assertAgrees("slope") {
      curve.slope($0)
    }
    let regular = try GrowthCurve.simplestNeeded(InventedCohort("PHQ-9").statistics, days: days)
    XCTAssertNil(regular.withoutSlopes)
    XCTAssertEqual(regular.curve.randomEffects, .interceptAndSlope)
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
    XCTAssertNil(curve.differenceInSlope(group: 1, .kenwardRoger))
    XCTAssertNil(curve.differenceInSlope(group: 0, .kenwardRoger))
  }
}
