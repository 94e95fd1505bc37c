import TestSupport
import XCTest

@testable import Statistics

final class InformationCriteriaTests: XCTestCase {
  func testBothConventionsAgreeWithNlmeAndSAS() throws {
    let oracle = try ModelOracle()
    for name in ["dev300 PHQ-9 mmrm_single_arm", "btheb mmrm_single_arm", "fev arm"] {
      let recorded = try XCTUnwrap(oracle.fits[name])
      let fit = try oracle.refit(recorded)
      let nlme = fit.informationCriteria(.nlme)
      assertAgrees(nlme.akaike, recorded.aic, relative: 1e-8, name)
      assertAgrees(nlme.bayesian, recorded.bic, relative: 1e-8, name)
      let mmrm = fit.informationCriteria(.mmrm)
      assertAgrees(mmrm.akaike, recorded.aicOfCovarianceOnly, relative: 1e-12, name)
    }
  }

  func testTheBayesianCriterionOfMmrmCountsParticipants() throws {
    let oracle = try ModelOracle()
    let fit = try oracle.refit(try XCTUnwrap(oracle.fits["fev intercept_only"]))
    // 10 covariance parameters, 197 participants: ln 197 = 5.283203728737988.
    assertAgrees(
      fit.informationCriteria(.mmrm).bayesian, 3700.946479287666 + 52.83203728737988,
      relative: 1e-12)
  }
}
