/// The distance between two groups in standard deviations, whatever their sizes, such as between
/// participants who stayed and those lost to follow-up.
///
/// Austin (2009), doi 10.1002/sim.3697: unlike a p-value, it does not depend on the number of
/// people. The standard deviation is the root of the mean of the two variances.
package enum StandardizedDifference {
  /// (mean of the first − mean of the second) ÷ √((s₁² + s₂²)/2).
  ///
  /// - Returns: nil for fewer than two values in either group, and if neither group varies.
  package static func ofMeans(_ first: FrequencyTable, _ second: FrequencyTable) -> Double? {
    guard let firstMean = first.mean, let secondMean = second.mean,
      let firstVariance = first.variance, let secondVariance = second.variance
    else { return nil }
    return standardized(firstMean - secondMean, by: (firstVariance + secondVariance) / 2)
  }

  /// (p₁ − p₂) ÷ √((p₁·(1 − p₁) + p₂·(1 − p₂))/2).
  ///
  /// - Parameters:
  ///   - first: the number of people in the first group with a property, and the size of the group.
  ///   - second: the same for the second group.
  /// - Returns: nil for an empty group, for impossible counts, and if both shares are 0 or both are
  ///   1.
  package static func ofProportions(
    _ first: (successes: Int, trials: Int), _ second: (successes: Int, trials: Int)
  ) -> Double? {
    guard first.trials > 0, (0...first.trials).contains(first.successes),
      second.trials > 0, (0...second.trials).contains(second.successes)
    else { return nil }
    let firstShare = Double(first.successes) / Double(first.trials)
    let secondShare = Double(second.successes) / Double(second.trials)
    let variance =
      (firstShare * (1 - firstShare) + secondShare * (1 - secondShare)) / 2
    return standardized(firstShare - secondShare, by: variance)
  }

  private static func standardized(_ difference: Double, by variance: Double) -> Double? {
    variance > 0 ? difference / variance.squareRoot() : nil
  }
}
