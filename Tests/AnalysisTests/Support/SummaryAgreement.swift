import Analysis
import Statistics
import TestSupport
import XCTest

/// Holds one measure of a summary against what R recorded of it, number by number.
struct SummaryAgreement {
  let measure: MeasureSummary
  let expected: RecordedCohort.Measure
  /// Intervals by `measure group timepoint`.
  let fieller: [String: [Double]]

  func check() throws {
    XCTAssertEqual(measure.timepoints.count, expected.descriptives.count)
    for (index, point) in measure.timepoints.enumerated() {
      let timepoint = point.timepoint.id.rawValue
      check(point.scores, try XCTUnwrap(expected.descriptives[timepoint]), timepoint)
      if let attrition = expected.attrition {
        XCTAssertEqual(point.denominators.scored, attrition.nObserved[index], timepoint)
        XCTAssertEqual(point.denominators.enrolled, attrition.n, timepoint)
      }
      if index == 0 {
        XCTAssertNil(point.change)
      } else {
        let recorded = try XCTUnwrap(expected.pairedVsBaseline[timepoint])
        try check(XCTUnwrap(point.change), recorded, timepoint)
      }
    }
  }

  private func check(
    _ scores: DescriptiveStatistics, _ expected: RecordedCohort.Scores, _ timepoint: String
  ) {
    XCTAssertEqual(scores.n, expected.n)
    assertAgrees(scores.mean, expected.mean, label("mean", timepoint))
    assertAgrees(scores.standardDeviation, expected.sd, label("sd", timepoint))
    assertAgrees(scores.minimum, expected.min, label("min", timepoint))
    assertAgrees(scores.firstQuartile, expected.q1Type7, label("q1", timepoint))
    assertAgrees(scores.median, expected.median, label("median", timepoint))
    assertAgrees(scores.thirdQuartile, expected.q3Type7, label("q3", timepoint))
    assertAgrees(scores.maximum, expected.max, label("max", timepoint))
  }

  private func check(
    _ change: ChangeSummary, _ expected: RecordedCohort.Change, _ timepoint: String
  ) throws {
    let test = change.test
    XCTAssertEqual(test.pairs, expected.nPairs)
    XCTAssertEqual(test.degreesOfFreedom, expected.df)
    assertAgrees(change.baselineMean, expected.meanBase, label("baseline mean", timepoint))
    assertAgrees(change.followUpMean, expected.meanFollow, label("follow-up mean", timepoint))
    assertAgrees(test.meanChange, expected.meanDiff, label("mean change", timepoint))
    assertAgrees(test.standardDeviation, expected.sdDiff, label("sd of change", timepoint))
    assertAgrees(test.standardError, expected.seDiff, label("se", timepoint))
    assertAgrees(test.t, expected.t, label("t", timepoint))
    assertAgrees(test.p, expected.pTwoSided, label("p", timepoint))
    check(test.confidenceInterval, expected.ci95, label("interval", timepoint))
    assertAgrees(change.sizes.cohensDz, expected.effectSize.dz, label("d_z", timepoint))
    assertAgrees(
      change.sizes.cohensDav, expected.effectSize.dAvMeanOfSds, label("d_av", timepoint))
    assertAgrees(change.sizes.hedgesGav, expected.effectSize.gAvExactj, label("g_av", timepoint))
    try checkPercent(change, expected.percentChange, timepoint)
  }

  private func checkPercent(
    _ change: ChangeSummary, _ expected: RecordedCohort.Percent, _ timepoint: String
  ) throws {
    let percent = try XCTUnwrap(change.percent)
    let group = measure.group?.value ?? "all"
    let interval = try XCTUnwrap(fieller["\(measure.instrument.id) \(group) \(timepoint)"])
    assertAgrees(percent.ofMeans, expected.ofMeansPct, label("percent of means", timepoint))
    assertAgrees(
      percent.meanOfIndividuals, expected.meanOfIndividualPct, label("mean percent", timepoint))
    XCTAssertEqual(percent.individualsLeftOut, expected.nExcludedZeroBaseline)
    check(percent.confidenceIntervalOfMeans, interval, label("Fieller", timepoint))
    let turned: Double = measure.instrument.direction == .lowerIsBetter ? -1 : 1
    assertAgrees(
      change.improvementPercent, turned * expected.ofMeansPct, label("improvement", timepoint))
  }

  private func check(_ interval: ConfidenceInterval?, _ expected: [Double], _ label: String) {
    XCTAssertEqual(expected.count, 2)
    assertAgrees(interval?.lower, expected.first, label)
    assertAgrees(interval?.upper, expected.last, label)
  }

  private func label(_ quantity: String, _ timepoint: String) -> String {
    "\(measure.instrument.id) \(measure.group?.value ?? "") \(timepoint) \(quantity)"
  }
}
