import Foundation
import TestSupport
import XCTest

@testable import Statistics

/// Kenward & Roger's and Satterthwaite's tests as R's mmrm has them, from mmrm_kr.json: a cohort as
/// a whole, and two groups with one baseline. mmrm stops where the likelihood is flat to about
/// 1e-8, up to 5e-4 of a standard error from the maximum; fits.json has the numbers at the maximum.
final class KenwardRogerByMMRMTests: XCTestCase {
  func testTheInventedCohortAgrees() throws {
    let recorded = try Recorded()
    XCTAssertEqual(recorded.dev300.count, 6)
    for (instrument, fits) in recorded.dev300 {
      let moments = try InventedCohort(instrument).statisticsByGroup.moments
      try fits.check(moments, instrument) { $0 }
    }
  }

  func testTheTrialsAgree() throws {
    let recorded = try Recorded()
    let oracle = try ModelOracle()
    try recorded.btheb.check(XCTUnwrap(oracle.cohorts["btheb"]), "btheb") { $0 }
    // The FEV data are in strata, of which every other one was treated.
    try recorded.fev.check(XCTUnwrap(oracle.cohorts["fev"]), "fev") { $0 % 2 }
  }
}

/// What mmrm found.
private struct Recorded: Decodable {
  struct Fits: Decodable {
    let everybody: Fit
    let byGroup: Fit

    /// Asserts that both models agree.
    /// - Parameter arm: 0 or 1 for each group of the moments.
    func check(_ moments: [PatternMoments], _ label: String, arm: (Int) -> Int) throws {
      let timepoints = everybody.covariance.count
      let groups = 1 + (moments.map(\.group).max() ?? 0)
      for (fit, mean) in [
        (everybody, MeanStructure.cellMeans(timepoints: timepoints)),
        (byGroup, .commonBaseline(timepoints: timepoints, groups: 2)),
      ] {
        let designs = (0..<groups).map { mean.designs[min(arm($0), mean.designs.count - 1)] }
        let fitted = try MixedModelFit(
          moments, mean: MeanStructure(designs: designs),
          covariance: .unstructured(timepoints: timepoints))
        try fit.check(fitted, mean, label)
      }
    }
  }

  struct Fit: Decodable {
    let kenwardRoger: Method
    let satterthwaite: Method
    let logLikelihood: Double
    let covariance: [[Double]]

    func check(_ fit: MixedModelFit, _ mean: MeanStructure, _ label: String) throws {
      assertAgrees(fit.logLikelihood, logLikelihood, relative: 1e-8, label)
      XCTAssertGreaterThan(fit.logLikelihood, logLikelihood - 1e-9, label)
      assertAgrees(fit.covariance, covariance, relative: 1e-3, label)
      for (method, recorded) in [
        (DegreesOfFreedomMethod.kenwardRoger, kenwardRoger), (.satterthwaite, satterthwaite),
      ] {
        // The baseline alone has no change.
        let order = recorded.timepoints.sorted {
          ($0.value.change == nil ? 0 : 1, $0.key) < ($1.value.change == nil ? 0 : 1, $1.key)
        }
        XCTAssertEqual(order.count, mean.timepoints)
        for (number, (timepoint, expected)) in order.enumerated() {
          let label = "\(label) \(timepoint) \(method)"
          let first = mean.designs[0].row(number)
          try expected.mean.check(fit.contrast(first, method), label)
          try expected.change?.check(
            fit.contrast(zip(first, mean.designs[0].row(0)).map(-), method), label)
          try expected.difference?.check(
            fit.contrast(
              zip(mean.designs[mean.designs.count - 1].row(number), first).map(-), method),
            label)
        }
      }
      let groups = mean.designs.count
      let combinations = (1..<mean.timepoints).map { number in
        zip(
          mean.designs[groups - 1].row(number),
          groups == 1 ? mean.designs[0].row(0) : mean.designs[0].row(number)
        ).map(-)
      }
      let test = try XCTUnwrap(fit.jointTest(combinations), label)
      let expected = kenwardRoger.jointTest
      XCTAssertEqual(test.numeratorDegreesOfFreedom, expected.df1, label)
      assertAgrees(test.f, expected.f, relative: 1e-3, label)
      assertAgrees(test.denominatorDegreesOfFreedom, expected.df2, relative: 1e-3, label)
      assertAgrees(test.p, expected.p, relative: 5e-2, label)
    }
  }

  struct Method: Decodable {
    let timepoints: [String: Timepoint]
    let jointTest: Test
  }

  struct Timepoint: Decodable {
    let mean: Contrast
    let change: Contrast?
    let difference: Contrast?
  }

  struct Contrast: Decodable {
    let est: Double
    let se: Double
    let df: Double
    let p: Double

    func check(_ contrast: ModelContrast?, _ label: String) throws {
      let contrast = try XCTUnwrap(contrast, label)
      assertAgrees(contrast.estimate, est, relative: 5e-4, scale: se, label)
      assertAgrees(contrast.standardError, se, relative: 3e-4, label)
      assertAgrees(contrast.degreesOfFreedom, df, relative: 1e-3, label)
      assertAgrees(contrast.p, p, relative: 5e-2, label)
    }
  }

  struct Test: Decodable {
    let f: Double
    let df1: Int
    let df2: Double
    let p: Double
  }

  let dev300: [String: Fits]
  let btheb: Fits
  let fev: Fits

  init() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(
      Self.self, from: Data(Fixtures.text("Oracles/models/mmrm_kr.json").utf8))
  }
}
