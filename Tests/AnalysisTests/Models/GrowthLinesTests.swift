import Records
import TestSupport
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
      XCTAssertNil(growth.withoutSlopes)
      var fitted = growth.fitted
      if fitted.curve.isSingular {
        XCTAssertNil(fit.logLik, name)
        singular.append(name)
        // Beside it stands the model without slopes of their own, which is less likely.
        let simpler = try XCTUnwrap(growth.randomIntercepts)
        XCTAssertEqual(fitted.method, .satterthwaite)
        XCTAssertEqual(simpler.method, .kenwardRoger)
        XCTAssertLessThan(simpler.curve.fit.logLikelihood, fitted.curve.fit.logLikelihood)
        fitted = simpler
        fit = try XCTUnwrap(recorded.fits["dev300 \(name) growth_random_intercept"])
      } else {
        XCTAssertNil(growth.randomIntercepts)
      }
      let effects = try XCTUnwrap(fit.effects)
      try effects[0].check(fitted.lines[0].intercept, name)
      try effects[1].check(fitted.lines[0].slope, name)
      assertAgrees(fitted.curve.fit.logLikelihood, fit.logLik, name)
      assertAgrees(fitted.curve.residualVariance, fit.residual, name)
    }
    XCTAssertEqual(singular, ["UCLA-3"])
  }

  func testGroupsHaveTheirOwnLines() async throws {
    let recorded = try RecordedModels()
    let analysis = try await ModelAnalysisTests.analysis(.init(withGrowth: true), by: "group")
    let measure = try XCTUnwrap(
      analysis.measures.first { $0.instrument.id.rawValue == "gad-7" && $0.groupedBy != nil })
    let lines = try XCTUnwrap(measure.growth).get().fitted.lines
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

  /// One site has no day 30, so that no model can compare the two there; lines need only two days.
  func testLinesOfGroupsUseScoresThatTheModelForRepeatedMeasuresCannot() async throws {
    var cohort = SmallCohort()
    let baseline: [Double] = [12, 15, 9, 11, 14, 8, 13, 10, 16, 7, 12, 9]
    let day30: [Double] = [9, 13, 9, 10, 10, 5, 12, 8, 12, 6, 11, 6]
    let day90: [Double] = [7, 12, 4, 8, 9, 6, 9, 8, 11, 3, 10, 3]
    for number in baseline.indices {
      let (id, isNorth) = ("P\(number)", number % 2 == 0)
      cohort.enroll(id, site: isNorth ? "north" : "south")
      cohort.record(id, "baseline", baseline[number], day: 0)
      if isNorth { cohort.record(id, "day30", day30[number], day: 30) }
      cohort.record(id, "day90", day90[number], day: 90)
    }
    cohort.enroll("P13", site: "west")
    cohort.record("P13", "baseline", 9, day: 0)
    let grouped = try await cohort.models(.init(withGrowth: true), by: "site").measures[1]
    XCTAssertEqual(grouped.obstacle, .tooFewGroups)
    XCTAssertEqual(grouped.leftOut.groups.map(\.group.value), ["south", "west"])
    let growth = try XCTUnwrap(grouped.growth).get()
    XCTAssertEqual(growth.fitted.curve.fit.observations, 6 * 3 + 6 * 2)
    XCTAssertEqual(growth.fitted.lines.map(\.group?.value), ["north", "south"])
    XCTAssertEqual(growth.timepoints.count, 3)
    XCTAssertEqual(growth.leftOut.groups.map(\.group.value), ["west"])
    XCTAssertEqual(growth.leftOut.groups.map(\.because), [.oneDay])
    XCTAssertEqual(growth.leftOut.scores, 1)
  }

  /// A timepoint at which one person alone is scored has no variance, but lies on a line.
  func testLinesUseTimepointsThatTheModelForRepeatedMeasuresLeavesOut() async throws {
    var cohort = MeasureModelTests.cohort
    cohort.timepoints.append(("day200", 200))
    cohort.record("P1", "day200", 3, day: 200)
    for attribute in [nil, "site"] {
      let models = try await cohort.models(.init(withGrowth: true), by: attribute).measures
      for model in models {
        let fitted = try model.repeatedMeasures.get()
        XCTAssertEqual(model.leftOut.timepoints.map(\.timepoint.id.rawValue), ["day200"])
        XCTAssertEqual(model.leftOut.scores, 1)
        let growth = try XCTUnwrap(model.growth).get()
        XCTAssertEqual(growth.timepoints.count, 4)
        XCTAssertEqual(growth.leftOut.scores, 0)
        XCTAssertEqual(
          growth.fitted.curve.fit.observations, fitted.model.fit.observations + 1)
      }
    }
  }

  /// Whatever is missing, what is in a model and what is left out are all the scores there are.
  func testEveryScoreIsUsedOrSaidToBeLeftOut() async throws {
    var fitted = 0
    for seed in 1...12 {
      let table = try RandomCohort(seed: UInt64(seed)).cohort.table
      let selection = CohortSelection.on(300, by: seed % 2 == 0 ? "site" : nil)
      let analysis = await ModelAnalysis(
        table, selection, instruments: [0, 1], ModelOptions(withGrowth: true))
      let flows = AttritionSummary(table, selection.ungrouped, instruments: [0, 1]).flows
      for measure in analysis.measures {
        let flow = flows.first { $0.instrument.id == measure.instrument.id }
        let scores = flow?.timepoints.reduce(0) { $0 + $1.denominators.scored }
        if let model = try? measure.repeatedMeasures.get() {
          XCTAssertEqual(
            model.model.fit.observations + measure.leftOut.scores, scores, "seed \(seed)")
          fitted += 1
        }
        if let growth = try? measure.growth?.get() {
          XCTAssertEqual(
            growth.fitted.curve.fit.observations + growth.leftOut.scores, scores, "seed \(seed)")
          fitted += 1
        }
      }
    }
    XCTAssertGreaterThan(fitted, 20)
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
