import TestSupport
import XCTest

@testable import Statistics

final class ModelContrastTests: XCTestCase {
  func testEveryContrastOfGroupsAndWavesAgreesWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    let recorded = try XCTUnwrap(oracle.fits["btheb mmrm_group_by_wave"])
    let fit = try oracle.refit(recorded)
    let waves = ["pre", "m2", "m3", "m5", "m8"]
    for (group, name) in ["TAU", "BtheB"].enumerated() {
      let rows = recorded.designs[group]
      for (wave, row) in zip(waves, rows) {
        try assertAgrees(fit, row, recorded.contrasts?["lsmean_\(name)_\(wave)"])
        guard wave != "pre" else { continue }
        try assertAgrees(
          fit, zip(row, rows[0]).map(-), recorded.contrasts?["change_pre_to_\(wave)_in_\(name)"])
      }
    }
    for (wave, rows) in zip(waves, zip(recorded.designs[1], recorded.designs[0])) {
      try assertAgrees(
        fit, zip(rows.0, rows.1).map(-), recorded.contrasts?["diff_BtheB_minus_TAU_at_\(wave)"])
    }
  }

  func testNoWeightIsNoContrast() throws {
    let oracle = try ModelOracle()
    let fit = try oracle.refit(try XCTUnwrap(oracle.fits["dev300 GAD-7 mmrm_single_arm"]))
    XCTAssertNil(fit.contrast([0, 0, 0], .satterthwaite))
    XCTAssertNil(fit.contrast([0, 0, 0], .kenwardRoger))
  }

  func testAnImpossibleConfidenceLevelLeavesOnlyTheIntervalOut() throws {
    let oracle = try ModelOracle()
    let fit = try oracle.refit(try XCTUnwrap(oracle.fits["dev300 GAD-7 mmrm_single_arm"]))
    let contrast = try XCTUnwrap(fit.contrast([0, 1, 0], .satterthwaite, confidenceLevel: 1))
    XCTAssertNil(contrast.confidenceInterval)
    let narrow = try XCTUnwrap(fit.contrast([0, 1, 0], .satterthwaite, confidenceLevel: 0.5))
    let wide = try XCTUnwrap(fit.contrast([0, 1, 0], .satterthwaite))
    let interval = try XCTUnwrap(narrow.confidenceInterval)
    XCTAssertGreaterThan(interval.lower, try XCTUnwrap(wide.confidenceInterval).lower)
    XCTAssertLessThan(interval.upper, try XCTUnwrap(wide.confidenceInterval).upper)
  }

  private func assertAgrees(
    _ fit: MixedModelFit, _ weights: [Double], _ recorded: RecordedContrast?
  ) throws {
    try XCTUnwrap(recorded).assertAgrees("\(weights)") {
      fit.contrast(weights, $0)
    }
  }
}
