/// The two standardized mean changes of paired scores that have an interval in closed form.
///
/// Both assume normal scores; the intervals are normal ones. `EffectSizes` holds the others.
package struct StandardizedMeanChange: Sendable, Equatable {
  /// The mean change in standard deviations; its sign is that of follow-up − baseline.
  package let effect: Double
  /// The interval of `effect`; nil for a confidence level outside 0…1.
  package let confidenceInterval: ConfidenceInterval?

  /// By the root of the mean of both variances, with the interval of Bonett (2008), "Confidence
  /// intervals for standardized linear contrasts of means", doi 10.1037/1082-989X.13.2.99, eq. for
  /// the within-subject design of two measurements.
  ///
  /// - Returns: nil for fewer than two pairs, and where neither score varies.
  package static func byAverageVariance(
    _ sample: PairedFrequencyTable, confidenceLevel: Double = 0.95
  ) -> StandardizedMeanChange? {
    guard let moments = Moments(sample), moments.averageVariance > 0 else { return nil }
    let effect = moments.mean / moments.averageVariance.squareRoot()
    let squares =
      moments.baselineVariance * moments.baselineVariance
      + moments.followUpVariance * moments.followUpVariance
      + 2 * moments.covariance * moments.covariance
    let freedom = moments.pairs - 1
    let variance =
      effect * effect * squares
      / (8 * moments.averageVariance * moments.averageVariance * freedom)
      + moments.varianceOfDifferences / (freedom * moments.averageVariance)
    return StandardizedMeanChange(effect, variance: variance, confidenceLevel: confidenceLevel)
  }

  /// d_rm = d_z·√(2(1 − r)), which allows for the correlation r of both scores, with the interval of
  /// Borenstein, Hedges, Higgins & Rothstein (2009), Introduction to Meta-Analysis, eq. 4.28.
  ///
  /// - Returns: nil for fewer than two pairs, where either score does not vary, and where every pair
  ///   changed alike.
  package static func allowingForCorrelation(
    _ sample: PairedFrequencyTable, confidenceLevel: Double = 0.95
  ) -> StandardizedMeanChange? {
    guard let moments = Moments(sample), moments.baselineVariance > 0,
      moments.followUpVariance > 0, moments.varianceOfDifferences > 0
    else { return nil }
    let product = moments.baselineVariance * moments.followUpVariance
    let distinctness = 2 * (1 - moments.covariance / product.squareRoot())
    guard distinctness > 0 else { return nil }
    let effect =
      moments.mean / moments.varianceOfDifferences.squareRoot() * distinctness.squareRoot()
    let variance = (1 + effect * effect / 2) / moments.pairs * distinctness
    return StandardizedMeanChange(effect, variance: variance, confidenceLevel: confidenceLevel)
  }

  private init(_ effect: Double, variance: Double, confidenceLevel: Double) {
    self.effect = effect
    confidenceInterval = NormalDistribution().criticalValue(confidenceLevel: confidenceLevel).map {
      let halfWidth = $0 * variance.squareRoot()
      return ConfidenceInterval(lower: effect - halfWidth, upper: effect + halfWidth)
    }
  }

  /// What both are computed from; nil for fewer than two pairs.
  private struct Moments {
    let pairs: Double
    let mean: Double
    let baselineVariance: Double
    let followUpVariance: Double
    let covariance: Double
    let varianceOfDifferences: Double

    var averageVariance: Double { (baselineVariance + followUpVariance) / 2 }

    init?(_ sample: PairedFrequencyTable) {
      guard let mean = sample.differences.mean,
        let baselineVariance = sample.baseline.variance,
        let followUpVariance = sample.followUp.variance, let covariance = sample.covariance,
        let deviation = sample.standardDeviationOfDifferences
      else { return nil }
      pairs = Double(sample.total)
      self.mean = mean
      self.baselineVariance = baselineVariance
      self.followUpVariance = followUpVariance
      self.covariance = covariance
      varianceOfDifferences = deviation * deviation
    }
  }
}
