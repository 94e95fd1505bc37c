/// Change as a percentage of the distance that was left to the end of the scale.
///
/// A questionnaire's minimum need not be 0: from 8 to 7 on a scale of 3 to 9 is 12.5 % of the
/// score, and 20 % of the way to the floor. It is the percent change of the distance, with its sign
/// turned: 100 where everybody reached the end, 0 without change, negative where the distance grew.
package struct PercentOfDistance: Sendable, Equatable {
  /// 100 × the part of the mean distance that was closed, over the pairs; nil for no pairs, and
  /// where everybody was at the end already.
  package let ofMeans: Double?
  /// Fieller's interval of `ofMeans`; nil where `FiellerInterval` has none.
  package let confidenceIntervalOfMeans: ConfidenceInterval?
  /// The mean of the individual percentages, of pairs whose baseline is not at the end; nil without
  /// any.
  package let meanOfIndividuals: Double?
  /// The number of pairs left out of `meanOfIndividuals` as their baseline is at the end.
  package let individualsLeftOut: Int

  /// - Parameters:
  ///   - sample: the pairs of scores, any number.
  ///   - end: the floor or the ceiling of the scale, in its unit.
  ///   - confidenceLevel: strictly between 0 and 1, or there is no interval.
  package init(
    _ sample: PairedFrequencyTable, to end: Double, confidenceLevel: Double = 0.95
  ) {
    let distances = sample.cells.lazy.map { cell in
      PairedFrequencyTable.Cell(
        baseline: Self.distance(of: cell.baseline, to: end),
        followUp: Self.distance(of: cell.followUp, to: end),
        count: cell.count)
    }
    let change = PercentChange(
      PairedFrequencyTable(cells: distances), confidenceLevel: confidenceLevel)
    // 0 − x rather than −x, which would turn no change into −0.
    ofMeans = change.ofMeans.map { 0 - $0 }
    confidenceIntervalOfMeans = change.confidenceIntervalOfMeans.map {
      ConfidenceInterval(lower: 0 - $0.upper, upper: 0 - $0.lower)
    }
    meanOfIndividuals = change.meanOfIndividuals.map { 0 - $0 }
    individualsLeftOut = change.individualsLeftOut
  }

  /// Whether an individual has no percentage, since nothing was left of the distance.
  package static func leavesOut(baseline: Double, end: Double) -> Bool {
    PercentChange.leavesOut(baseline: distance(of: baseline, to: end))
  }

  private static func distance(of score: Double, to end: Double) -> Double {
    (score - end).magnitude
  }
}
