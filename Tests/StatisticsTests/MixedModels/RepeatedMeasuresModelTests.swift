import TestSupport
import XCTest

@testable import Statistics

final class RepeatedMeasuresModelTests: XCTestCase {
  private let waves = ["baseline", "day30", "day90"]

  func testMeansAndChangesAgreeWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    for instrument in ["PHQ-9", "UCLA-3", "WHO-5"] {
      let model = try RepeatedMeasuresModel(InventedCohort(instrument).statistics)
      let recorded = try XCTUnwrap(oracle.fits["dev300 \(instrument) mmrm_single_arm"])
      for (timepoint, wave) in waves.enumerated() {
        try XCTUnwrap(recorded.contrasts?["lsmean_\(wave)"]).assertAgrees("\(instrument) \(wave)") {
          model.mean(at: timepoint, $0)
        }
        guard timepoint > 0 else { continue }
        try XCTUnwrap(recorded.effects)[timepoint].assertAgrees("\(instrument) \(wave)") {
          model.change(at: timepoint, $0)
        }
      }
    }
  }

  func testGroupsAgreeWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    for instrument in ["GAD-7", "UCLA-20"] {
      let model = try RepeatedMeasuresModel(InventedCohort(instrument).statisticsByGroup)
      let recorded = try XCTUnwrap(oracle.fits["dev300 \(instrument) mmrm_group_by_wave"])
      let contrasts = try XCTUnwrap(recorded.contrasts)
      for (group, name) in ["control", "intervention"].enumerated() {
        try XCTUnwrap(contrasts["lsmean_\(name)_day90"]).assertAgrees(name) {
          model.mean(at: 2, group: group, $0)
        }
        try XCTUnwrap(contrasts["change_baseline_to_day90_in_\(name)"]).assertAgrees(name) {
          model.change(at: 2, group: group, $0)
        }
      }
      for timepoint in 1...2 {
        try XCTUnwrap(contrasts["did_\(waves[timepoint])"]).assertAgrees(instrument) {
          model.differenceInChange(at: timepoint, group: 1, $0)
        }
      }
    }
  }

  func testACommonBaselineAgreesWithExactREMLAndNlmeInR() throws {
    struct Recorded: Decodable {
      let logLik: Double
      let covariance: [[Double]]
      let effects: [RecordedContrast]
      let glsLogLik: Double
    }
    let text = try Fixtures.text("Oracles/models/common_baseline.json")
    let members = try XCTUnwrap(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    for instrument in ["PHQ-9", "GAD-7", "UCLA-20", "UCLA-3", "WHO-5", "HRQOL-4"] {
      let member = try XCTUnwrap(members[instrument])
      let recorded = try JSONDecoder().decode(
        Recorded.self, from: JSONSerialization.data(withJSONObject: member))
      let model = try RepeatedMeasuresModel(
        InventedCohort(instrument).statisticsByGroup, baseline: .common)
      assertAgrees(model.fit.logLikelihood, recorded.logLik, relative: 1e-12, instrument)
      assertAgrees(model.fit.logLikelihood, recorded.glsLogLik, relative: 1e-7, instrument)
      assertAgrees(model.fit.covariance, recorded.covariance, relative: 1e-8, instrument)
      XCTAssertEqual(
        model.mean(at: 0, group: 0, .kenwardRoger), model.mean(at: 0, group: 1, .kenwardRoger))
      try recorded.effects[0].assertAgrees(instrument) {
        model.mean(at: 0, $0)
      }
      for timepoint in 1...2 {
        try recorded.effects[timepoint].assertAgrees(instrument) {
          model.change(at: timepoint, $0)
        }
        try recorded.effects[timepoint + 2].assertAgrees(instrument) {
          model.differenceInChange(at: timepoint, group: 1, $0)
        }
      }
    }
  }

  func testJointTestsAgreeWithFullMatricesInNumPy() throws {
    let text = try Fixtures.text("Oracles/models/joint_tests.json")
    let members = try XCTUnwrap(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    for instrument in ["PHQ-9", "UCLA-3", "WHO-5"] {
      let recorded = try JSONDecoder().decode(
        [String: [String: RecordedTest]].self,
        from: JSONSerialization.data(withJSONObject: XCTUnwrap(members[instrument])))
      let cohort = try InventedCohort(instrument)
      for information in DegreesOfFreedomMethod.Information.allCases {
        try XCTUnwrap(recorded["anyChange"]?[information.rawValue]).assertAgrees(
          RepeatedMeasuresModel(cohort.statistics).testOfAnyChange(information),
          relative: 1e-8, instrument)
        try XCTUnwrap(recorded["interaction"]?[information.rawValue]).assertAgrees(
          RepeatedMeasuresModel(cohort.statisticsByGroup).testOfInteraction(information),
          relative: 1e-8, instrument)
      }
    }
  }

  func testFiveTimepointsOfTheBeatTheBluesTrialAgreeWithExactREMLInR() throws {
    let oracle = try ModelOracle()
    let recorded = try XCTUnwrap(oracle.fits["btheb mmrm_single_arm"])
    let fit = try oracle.refit(recorded)
    for (timepoint, wave) in ["pre", "m2", "m3", "m5", "m8"].enumerated() {
      let weights = recorded.designs[0][timepoint]
      try XCTUnwrap(recorded.contrasts?["lsmean_\(wave)"]).assertAgrees(wave) {
        fit.contrast(weights, $0)
      }
    }
  }

  func testWhatDoesNotExistIsNil() throws {
    let model = try RepeatedMeasuresModel(InventedCohort("PHQ-9").statistics)
    XCTAssertNil(model.mean(at: 3, .kenwardRoger))
    XCTAssertNil(model.mean(at: -1, .kenwardRoger))
    XCTAssertNil(model.mean(at: 0, group: 1, .kenwardRoger))
    XCTAssertNil(model.change(at: 0, .kenwardRoger))
    XCTAssertNil(model.differenceInChange(at: 1, group: 0, .kenwardRoger))
    XCTAssertNil(model.testOfInteraction())
  }

  func testOneTimepointIsAMeanWithItsOneSampleTTest() throws {
    let model = try RepeatedMeasuresModel(PatternStatistics(columns: [[2, 4, 4, 5, 7, .nan]]))
    // Mean 4.4, sd √3.3, n 5.
    let mean = try XCTUnwrap(model.mean(at: 0, .kenwardRoger))
    assertAgrees(mean.estimate, 4.4, relative: 1e-14)
    assertAgrees(mean.standardError, (3.3 / 5).squareRoot(), relative: 1e-13)
    assertAgrees(mean.degreesOfFreedom, 4, relative: 1e-12)
    XCTAssertNil(model.testOfAnyChange())
  }

  func testCorrelationIsThatOfTheCovariance() throws {
    let recorded = try XCTUnwrap(ModelOracle().fits["dev300 WHO-5 mmrm_single_arm"]?.covariance)
    let model = try RepeatedMeasuresModel(InventedCohort("WHO-5").statistics)
    assertAgrees(
      model.correlation(0, 2), recorded[0][2] / (recorded[0][0] * recorded[2][2]).squareRoot(),
      relative: 1e-8)
    assertAgrees(model.correlation(1, 1), 1, relative: 1e-15)
  }
}
