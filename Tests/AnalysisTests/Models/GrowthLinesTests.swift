import Records
import XCTest

@testable import Analysis

final class GrowthLinesTests: XCTestCase {
  func testLinesAgreeWithLme4AndSingularFitsAreSaidToBeSingular() async throws {
    let recorded = try RecordedModels()
    let analysis = try await ModelAnalysisTests.analysis(.init(withGrowth: true))
    var singular: [String] = []
    for measure in analysis.measures where measure.instrument.id.rawValue != "hrqol-4" {
      let name = measure.instrument.id.rawValue.uppercased()
      let growth = try XCTUnwrap(measure.growth).get()
      var fit = try XCTUnwrap(recorded.fits["dev300 \(name) growth_random_slope"])
      if growth.withoutSlopes != nil {
        XCTAssertEqual(growth.withoutSlopes, .singular)
        XCTAssertNil(fit.logLik, name)
        XCTAssertNil(growth.curve.slopeVariance)
        singular.append(name)
        fit = try XCTUnwrap(recorded.fits["dev300 \(name) growth_random_intercept"])
      }
      let effects = try XCTUnwrap(fit.effects)
      try effects[0].check(growth.lines[0].intercept, name)
      try effects[1].check(growth.lines[0].slope, name)
      assertAgrees(growth.curve.fit.logLikelihood, fit.logLik, name)
      assertAgrees(growth.curve.residualVariance, fit.residual, name)
    }
    XCTAssertEqual(singular, ["UCLA-3"])
  }

  func testGroupsHaveTheirOwnLines() async throws {
    let recorded = try RecordedModels()
    let analysis = try await ModelAnalysisTests.analysis(.init(withGrowth: true), by: "group")
    let measure = try XCTUnwrap(
      analysis.measures.first { $0.instrument.id.rawValue == "gad-7" && $0.groupedBy != nil })
    let lines = try XCTUnwrap(measure.growth).get().lines
    XCTAssertEqual(lines.map(\.group?.value), ["control", "intervention"])
    let effects = try XCTUnwrap(recorded.fits["dev300 GAD-7 growth_group"]?.effects)
    try effects[0].check(lines[0].intercept, "control")
    try effects[1].check(lines[0].slope, "control")
    // R's last two effects are those of intervention beyond those of control.
    let sums = [
      effects[0].estimate + effects[2].estimate, effects[1].estimate + effects[3].estimate,
    ]
    assertAgrees(lines[1].intercept?.estimate, sums[0])
    assertAgrees(lines[1].slope?.estimate, sums[1])
  }

  func testOneTimepointGivesNoLine() async throws {
    var cohort = SmallCohort()
    for number in 1...5 {
      cohort.enroll("P\(number)")
      cohort.record("P\(number)", "baseline", Double(number), day: 0)
    }
    let model = try await cohort.model(.init(withGrowth: true))
    guard case .failure(.noFollowUp)? = model.growth else {
      return XCTFail("a line through one day")
    }
  }
}
