/// Change as a percentage of the distance left to the end of the scale.
///
/// A questionnaire's minimum need not be 0: from 8 to 7 on a scale of 3 to 9 is 12.5 % of the
/// score, and 20 % of the distance to the floor. The value is the percent change of the distance
/// with its sign reversed: 100 if every participant reached the end, 0 for no change, negative if
/// the distance grew.
package struct PercentOfDistance: Sendable, Equatable {
  /// 100 × the share of the mean distance that was closed, over the pairs; nil for no pairs, and if
  /// every participant was already at the end.
  package let ofMeans: Double?
  /// Fieller's interval of `ofMeans`; nil if `FiellerInterval` has none.
  package let confidenceIntervalOfMeans: ConfidenceInterval?
  /// The mean of the individual percentages, over the pairs whose baseline is not at the end; nil
  /// if there are none.
  package let meanOfIndividuals: Double?
  /// The number of pairs left out of `meanOfIndividuals` because their baseline is at the end.
  package let individualsLeftOut: Int

  /// - Parameters:
  ///   - sample: the pairs of scores, any number.
  ///   - end: the floor or the ceiling of the scale, in its unit.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
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
    // 0 − x rather than −x, which would turn 0 into −0.
    ofMeans = change.ofMeans.map { 0 - $0 }
    confidenceIntervalOfMeans = change.confidenceIntervalOfMeans.map {
      ConfidenceInterval(lower: 0 - $0.upper, upper: 0 - $0.lower)
    }
    meanOfIndividuals = change.meanOfIndividuals.map { 0 - $0 }
    individualsLeftOut = change.individualsLeftOut
  }

  /// True if an individual has no percentage, since no distance was left.
  package static func leavesOut(baseline: Double, end: Double) -> Bool {
    PercentChange.leavesOut(baseline: distance(of: baseline, to: end))
  }

  private static func distance(of score: Double, to end: Double) -> Double {
    (score - end).magnitude
  }
}
