import TestSupport
import XCTest

@testable import Statistics

final class KenwardRogerTests: XCTestCase {
  func testCompleteDataNeedNoAdjustment() throws {
    // sleepstudy and Orthodont are balanced: R's pbkrtest and lme4 print the same standard errors.
    let oracle = try ModelOracle()
    for name in ["sleepstudy", "orthodont"] {
      let fit = try oracle.refit(try XCTUnwrap(oracle.fits[name]))
      for effect in fit.effects.indices {
        for information in DegreesOfFreedomMethod.Information.allCases {
          assertAgrees(
            fit.precision(information).adjustedCovarianceOfEffects[effect, effect],
            fit.covarianceOfEffects[effect, effect], relative: 1e-12, name)
        }
      }
    }
  }

  func testMissingScoresWidenTheErrors() throws {
    // As R has it: 1.0840 stays for the baseline that all have, 1.29826 becomes 1.30721 at month 5.
    let oracle = try ModelOracle()
    let recorded = try XCTUnwrap(oracle.fits["btheb mmrm_single_arm"])
    let fit = try oracle.refit(recorded)
    for (wave, plain, adjusted) in [(0, 1.0840, 1.0840), (3, 1.29826, 1.30721)] {
      let weights = recorded.designs[0][wave]
      assertAgrees(
        fit.covarianceOfEffects.form(weights, weights).squareRoot(), plain, relative: 1e-4)
      assertAgrees(
        fit.precision(.expected).adjustedCovarianceOfEffects.form(weights, weights).squareRoot(),
        adjusted, relative: 1e-4)
    }
  }
}
