import Foundation
import TestSupport
import XCTest

@testable import Statistics

/// Growth curves beside what SciPy finds for them over all covariance matrices that random effects
/// can have: growth_boundary.json, of growth_boundary.py.
final class GrowthBoundaryTests: XCTestCase {
  func testInventedSetsAgree() throws {
    let recorded = try Recorded()
    let lines = try Fixtures.text("Oracles/models/growth_boundary.csv").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    XCTAssertGreaterThan(recorded.invented.filter(\.singular).count, 10)
    XCTAssertGreaterThan(recorded.invented.filter { !$0.singular }.count, 10)
    for (number, expected) in recorded.invented.enumerated() {
      let rows = lines.filter { $0[0] == "\(number)" }
      let statistics = PatternStatistics(
        columns: expected.days.indices.map { place in rows.map { Double($0[place + 2]) ?? .nan } },
        groups: try rows.map { try XCTUnwrap(Int($0[1])) }, numberOfGroups: expected.groups)
      let curve = try GrowthCurve(
        statistics, days: expected.days, randomEffects: .interceptAndSlope)
      try expected.check(curve, "set \(number)")
    }
  }

  func testSharedCohortsAgree() throws {
    let recorded = try Recorded()
    let oracle = try ModelOracle()
    var singular = 0
    for (name, expected) in recorded.cohorts {
      guard let moments = oracle.cohorts[name.replacing(" by group", with: "")] else { continue }
      let mean = MeanStructure.lines(days: expected.days, groups: expected.groups)
      let curve = try GrowthCurve(
        moments,
        mean: MeanStructure(designs: [mean.designs[0], mean.designs[expected.groups - 1]]),
        days: expected.days, randomEffects: .interceptAndSlope, groups: expected.groups)
      try expected.check(curve, name)
      singular += expected.singular ? 1 : 0
    }
    XCTAssertGreaterThanOrEqual(singular, 7)
  }
}

private struct Recorded: Decodable {
  struct Fit: Decodable {
    let days: [Double]
    let groups: Int
    let logLik: Double
    let singular: Bool
    let randomEffects: [Double]
    let residual: Double
    let effects: [Double]
    let errors: [Double]
    let df: [Double]

    /// The likelihood decides; where it is flat, parameters may differ by what it does not tell.
    func check(_ curve: GrowthCurve, _ label: String) throws {
      XCTAssertEqual(curve.isSingular, singular, label)
      assertAgrees(curve.fit.logLikelihood, logLik, relative: 1e-9, label)
      XCTAssertGreaterThan(curve.fit.logLikelihood, logLik - 1e-8, label)
      assertAgrees(curve.residualVariance, residual, relative: 1e-4, label)
      for (actual, expected, size) in [
        (curve.interceptVariance, randomEffects[0], residual),
        (
          curve.interceptSlopeCovariance ?? .nan, randomEffects[1],
          (randomEffects[0] * randomEffects[2]).squareRoot() + residual * 1e-3
        ),
        (curve.slopeVariance ?? .nan, randomEffects[2], randomEffects[2]),
      ] {
        assertAgrees(actual, expected, relative: 1e-3, scale: size, label)
      }
      for effect in effects.indices {
        let weights = effects.indices.map { $0 == effect ? 1.0 : 0 }
        let contrast = try XCTUnwrap(curve.fit.contrast(weights, .satterthwaite), label)
        assertAgrees(
          contrast.estimate, effects[effect], relative: 1e-4, scale: errors[effect], label)
        assertAgrees(contrast.standardError, errors[effect], relative: 1e-4, label)
        assertAgrees(contrast.degreesOfFreedom, df[effect], relative: 2e-2, label)
      }
    }
  }

  let cohorts: [String: Fit]
  let invented: [Fit]

  init() throws {
    self = try ModelOracle.decode(Self.self, "growth_boundary")
  }
}
