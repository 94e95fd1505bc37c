import TestSupport
import XCTest

@testable import Statistics

final class JointTestTests: XCTestCase {
  func testGrowthCurvesAgreeWithPbkrtestInR() throws {
    let oracle = try ModelOracle()
    let tests = try ModelOracle.decode([String: RecordedTest].self, "pbkrtest")
    for (name, cohort, effects) in [
      ("sleepstudy both", "sleepstudy", [0, 1]), ("sleepstudy slope", "sleepstudy", [1]),
      ("orthodont sex", "orthodont", [2, 3]),
      ("orthodont all but intercept", "orthodont", [1, 2, 3]),
    ] {
      let fit = try oracle.refit(try XCTUnwrap(oracle.fits[cohort]))
      let test = fit.jointTest(units(effects, of: fit.effects.count), .expected)
      // lme4 stops its search where the likelihood is flat to 1e-6 or so.
      try XCTUnwrap(tests[name]).assertAgrees(test, relative: 1e-5, name)
    }
  }

  func testOneCombinationIsTheSquareOfItsTTest() throws {
    let oracle = try ModelOracle()
    let fit = try oracle.refit(try XCTUnwrap(oracle.fits["dev300 GAD-7 mmrm_group_by_wave"]))
    let weights = [0, 1, 0, -1, 0, 2.0]
    let test = try XCTUnwrap(fit.jointTest([weights]))
    let contrast = try XCTUnwrap(fit.contrast(weights, .kenwardRoger))
    assertAgrees(test.f, contrast.t * contrast.t, relative: 1e-12)
    assertAgrees(test.denominatorDegreesOfFreedom, contrast.degreesOfFreedom, relative: 1e-9)
    assertAgrees(test.scale, 1, relative: 1e-12)
    assertAgrees(test.p, contrast.p, relative: 1e-9)
  }

  /// Three pairs leave two degrees of freedom, or hardly more, at which the mean of F does not
  /// exist.
  func testOneCombinationOfThreePairsIsTheSquareOfItsTTest() throws {
    let none = Double.nan
    for columns in [
      [[9, 5, 6], [7, 3, 6]], [[9, 7, 5, 6, 8, 4], [7, 7, 3, none, none, none]],
    ] {
      let model = try RepeatedMeasuresModel(PatternStatistics(columns: columns))
      let test = try XCTUnwrap(model.testOfAnyChange())
      let change = try XCTUnwrap(model.change(at: 1, .kenwardRoger))
      assertAgrees(test.f, change.t * change.t, relative: 1e-12)
      assertAgrees(test.denominatorDegreesOfFreedom, change.degreesOfFreedom, relative: 1e-12)
      assertAgrees(test.p, change.p, relative: 1e-9)
    }
  }

  func testDependentOrNoCombinationsHaveNoTest() throws {
    let oracle = try ModelOracle()
    let fit = try oracle.refit(try XCTUnwrap(oracle.fits["dev300 GAD-7 mmrm_single_arm"]))
    XCTAssertNil(fit.jointTest([]))
    XCTAssertNil(fit.jointTest([[0, 1, 0], [0, 2, 0]]))
    XCTAssertNil(fit.jointTest([[0, 0, 0]]))
  }

  private func units(_ effects: [Int], of count: Int) -> [[Double]] {
    effects.map { effect in (0..<count).map { $0 == effect ? 1 : 0 } }
  }
}
