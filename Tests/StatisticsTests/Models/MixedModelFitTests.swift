import XCTest

@testable import Statistics

final class MixedModelFitTests: XCTestCase {
  func testFixedEffectsAndTheirCovarianceAgreeWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    for (name, recorded) in oracle.fits where !recorded.singular {
      let fit = try oracle.refit(recorded)
      let effects = try XCTUnwrap(recorded.effects)
      XCTAssertEqual(fit.effects.count, effects.count, name)
      for (actual, expected) in zip(fit.effects, effects) {
        assertAgrees(
          actual, expected.estimate, relative: 1e-9, scale: expected.se, name)
      }
      assertAgrees(
        fit.covarianceOfEffects, try XCTUnwrap(recorded.vcov), relative: 1e-8, name)
      if let adjusted = recorded.vcovKr {
        assertAgrees(fit.adjustedCovarianceOfEffects, adjusted, relative: 1e-8, name)
      }
    }
  }

  func testLogLikelihoodsAgreeWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    for (name, recorded) in oracle.fits where !recorded.singular {
      assertAgrees(try oracle.refit(recorded).logLikelihood, recorded.logLik, relative: 1e-12, name)
    }
  }

  func testCovarianceParametersAgreeWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    for (name, recorded) in oracle.fits where !recorded.singular {
      let fit = try oracle.refit(recorded)
      if let covariance = recorded.covariance {
        assertAgrees(fit.covariance, covariance, relative: 1e-8, name)
      } else {
        let residual = try XCTUnwrap(recorded.residual)
        let expected = try XCTUnwrap(recorded.randomEffects) + [residual]
        for (actual, expected) in zip(fit.covarianceParameters, expected) {
          assertAgrees(actual, expected, relative: 1e-6, name)
        }
      }
    }
  }

  func testTheGradientVanishes() throws {
    let oracle = try ModelOracle()
    for (name, recorded) in oracle.fits where !recorded.singular {
      let fit = try oracle.refit(recorded)
      XCTAssertLessThan(fit.largestScaledGradient, 1e-10, name)
      XCTAssertLessThan(fit.steps, 15, name)
    }
  }
}
