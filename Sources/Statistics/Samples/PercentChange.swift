/// Change as a percentage of baseline, for the means and for individuals.
package struct PercentChange: Sendable, Equatable {
  /// 100 × mean change ÷ mean baseline, over the pairs; nil for no pairs or a mean baseline of 0.
  package let ofMeans: Double?
  /// Fieller's interval of `ofMeans`; nil if `FiellerInterval` has none, and if all changes are
  /// equal: the interval of the mean change is undefined then, and so is this one.
  package let confidenceIntervalOfMeans: ConfidenceInterval?
  /// The mean of 100 × change ÷ baseline over the pairs whose baseline is not 0; nil if there are
  /// none.
  package let meanOfIndividuals: Double?
  /// The number of pairs left out of `meanOfIndividuals` because their baseline is 0.
  package let individualsLeftOut: Int

  /// - Parameters:
  ///   - sample: the pairs of scores, any number.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  package init(_ sample: PairedFrequencyTable, confidenceLevel: Double = 0.95) {
    // Change ÷ baseline is itself a ratio of paired means. Follow-up ÷ baseline − 1 would lose
    // digits of a small change.
    let changes = sample.cells.lazy.map { cell in
      PairedFrequencyTable.Cell(
        baseline: cell.baseline, followUp: cell.followUp - cell.baseline, count: cell.count)
    }
    let fieller = FiellerInterval(
      PairedFrequencyTable(cells: changes), confidenceLevel: confidenceLevel)
    ofMeans = fieller.map { 100 * $0.ratio }
    let changesVary = (sample.standardDeviationOfDifferences ?? 0) > 0
    confidenceIntervalOfMeans =
      changesVary
      ? fieller?.confidenceInterval.map {
        ConfidenceInterval(lower: 100 * $0.lower, upper: 100 * $0.upper)
      } : nil

    let usable = sample.cells.filter { !Self.leavesOut(baseline: $0.baseline) }
    let usableCount = usable.reduce(0) { $0 + $1.count }
    individualsLeftOut = sample.total - usableCount
    let percentages = usable.lazy.map {
      100 * ($0.followUp - $0.baseline) / $0.baseline * Double($0.count)
    }
    meanOfIndividuals =
      usableCount > 0 ? CompensatedSum(percentages).value / Double(usableCount) : nil
  }

  /// True if an individual has no percent change, since it would be a percentage of 0.
  package static func leavesOut(baseline: Double) -> Bool { baseline == 0 }
}
