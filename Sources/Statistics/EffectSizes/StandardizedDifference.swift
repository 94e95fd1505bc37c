/// How far two groups are apart, in standard deviations, whatever their sizes: to compare those who
/// stayed with those who left.
///
/// Austin (2009), doi 10.1002/sim.3697: unlike a p, it does not shrink or grow with the number of
/// people. The standard deviation is the root of the mean of both variances.
package enum StandardizedDifference {
  /// (mean of the first − mean of the second) ÷ √((s₁² + s₂²)/2).
  ///
  /// - Returns: nil for fewer than two values in either group, and where neither group varies.
  package static func ofMeans(_ first: FrequencyTable, _ second: FrequencyTable) -> Double? {
    guard let firstMean = first.mean, let secondMean = second.mean,
      let firstVariance = first.variance, let secondVariance = second.variance
    else { return nil }
    return standardized(firstMean - secondMean, by: (firstVariance + secondVariance) / 2)
  }

  /// (p₁ − p₂) ÷ √((p₁·(1 − p₁) + p₂·(1 − p₂))/2).
  ///
  /// - Parameters:
  ///   - first: how many of the first group have a property, and how many there are.
  ///   - second: the same of the second group.
  /// - Returns: nil for an empty group, for counts that cannot be, and where both shares are 0 or
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
