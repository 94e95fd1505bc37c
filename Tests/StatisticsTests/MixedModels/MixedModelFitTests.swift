import TestSupport
import XCTest

@testable import Statistics

final class MixedModelFitTests: XCTestCase {
  func testEveryFitAgreesWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    let regular = oracle.fits.filter { !$0.value.singular }
    XCTAssertEqual(regular.count, 44)
    for (name, recorded) in regular {
      let fit = try oracle.refit(recorded)
      try assertEffectsAgree(fit, recorded, name)
      assertAgrees(fit.logLikelihood, recorded.logLik, relative: 1e-12, name)
      try assertCovarianceAgrees(fit, recorded, name)
      XCTAssertLessThan(fit.largestScaledGradient, 1e-10, name)
      XCTAssertLessThan(fit.steps, 15, name)
      for (effect, expected) in zip(fit.effects.indices, recorded.effects ?? []) {
        let weights = fit.effects.indices.map { $0 == effect ? 1.0 : 0 }
        try expected.assertAgrees(name) {
          fit.contrast(weights, $0)
        }
      }
    }
  }

  private func assertEffectsAgree(
    _ fit: MixedModelFit, _ recorded: RecordedFit, _ name: String
  ) throws {
    let effects = try XCTUnwrap(recorded.effects)
    XCTAssertEqual(fit.effects.count, effects.count, name)
    for (actual, expected) in zip(fit.effects, effects) {
      assertAgrees(actual, expected.estimate, relative: 1e-9, scale: expected.se, name)
    }
    assertAgrees(fit.covarianceOfEffects, try XCTUnwrap(recorded.vcov), relative: 1e-8, name)
    for (information, adjusted) in [
      (DegreesOfFreedomMethod.Information.expected, recorded.vcovKr),
      (.observed, recorded.vcovKrObserved),
    ] {
      guard let adjusted else { continue }
      assertAgrees(
        fit.precision(information).adjustedCovarianceOfEffects, adjusted, relative: 1e-8, name)
    }
  }

  private func assertCovarianceAgrees(
    _ fit: MixedModelFit, _ recorded: RecordedFit, _ name: String
  ) throws {
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

  func testAgreesWithWhatSASPrintedForTheFEVData() throws {
    let oracle = try ModelOracle()
    let recorded = try XCTUnwrap(oracle.fits["fev arm_sex"])
    let fit = try oracle.refit(recorded)
    // PROC MIXED, type=un: −2 Res Log Likelihood, ARMCD estimate, its standard error and df.
    assertAgrees(-2 * fit.logLikelihood, 3666.96698281, relative: 1e-8)
    let arm = try XCTUnwrap(fit.contrast([0, 1, 0], .satterthwaite))
    assertAgrees(arm.estimate, 3.8265, relative: 2e-5)
    assertAgrees(arm.standardError, 0.6421, relative: 1e-4)
    XCTAssertEqual(arm.degreesOfFreedom.rounded(), 161)
  }

  /// PROC MIXED, type=un, ddfm=kr, of FEV1 on ARMCD: the listing's standard error and df, both of
  /// observed information; its search stops where the likelihood is flat to 1e-8. Expected
  /// information gives .65362 and 170.92.
  func testKenwardAndRogerAgreeWithWhatSASPrintedForTheFEVData() throws {
    let oracle = try ModelOracle()
    let fit = try oracle.refit(try XCTUnwrap(oracle.fits["fev arm"]))
    let arm = try XCTUnwrap(fit.contrast([0, 1], .kenwardRoger))
    assertAgrees(arm.standardError, 0.66124382270307, relative: 1e-4)
    assertAgrees(arm.degreesOfFreedom, 160.733266403768, relative: 3e-4)
  }

  func testCompleteDataHaveTheClosedForm() throws {
    // With nobody missing, REML is the sample covariance, with n − 1.
    let columns: [[Double]] = [[8, 7, 5, 9, 6], [6, 7, 3, 5, 6]]
    let fit = try MixedModelFit(
      PatternStatistics(columns: columns).moments, mean: .cellMeans(timepoints: 2),
      covariance: .unstructured(timepoints: 2))
    let pairs = PairedFrequencyTable(columns[0], columns[1])
    assertAgrees(fit.covariance[0, 0], pairs.baseline.variance, relative: 1e-13)
    assertAgrees(fit.covariance[1, 0], pairs.covariance, relative: 1e-13)
    assertAgrees(fit.covariance[1, 1], pairs.followUp.variance, relative: 1e-13)
    let change = try XCTUnwrap(fit.contrast([-1, 1], .kenwardRoger))
    let test = PairedTTest(pairs)
    assertAgrees(change.estimate, test.meanChange, relative: 1e-13)
    assertAgrees(change.standardError, test.standardError, relative: 1e-13)
    assertAgrees(change.degreesOfFreedom, 4, relative: 1e-12)
    assertAgrees(change.p, test.p, relative: 1e-11)
  }

  func testNoDataFailAsNotIdentified() {
    XCTAssertThrowsError(
      try MixedModelFit(
        [], mean: .cellMeans(timepoints: 2), covariance: .unstructured(timepoints: 2))
    ) { XCTAssertEqual($0 as? ModelFailure, .notIdentified) }
  }
}
