/// Fieller's interval for the ratio of two means of the same people: follow-up ÷ baseline.
///
/// Fieller (1954), "Some problems in interval estimation", doi 10.1111/j.2517-6161.1954.tb00159.x.
/// The interval holds each ratio ρ that a t test of follow-up − ρ·baseline would not reject.
package struct FiellerInterval: Sendable, Equatable {
  /// Mean follow-up ÷ mean baseline.
  package let ratio: Double
  /// The interval of the ratio. Nil where it is unbounded, as the baseline mean itself cannot be told
  /// from 0, and where there is no spread to estimate it from: one pair, or no score differs.
  package let confidenceInterval: ConfidenceInterval?

  /// - Parameters:
  ///   - sample: the pairs; none, or a baseline mean of 0, gives nil.
  ///   - confidenceLevel: strictly between 0 and 1, or there is no interval.
  package init?(_ sample: PairedFrequencyTable, confidenceLevel: Double = 0.95) {
    guard let baselineMean = sample.baseline.mean, baselineMean != 0,
      let followUpMean = sample.followUp.mean
    else { return nil }
    let ratio = followUpMean / baselineMean
    self.ratio = ratio
    confidenceInterval = StudentT(degreesOfFreedom: Double(sample.total - 1))
      .flatMap { $0.criticalValue(confidenceLevel: confidenceLevel) }
      .flatMap { Self.interval(ratio, of: sample, baselineMean, criticalValue: $0) }
  }

  /// The roots in ρ of (f − ρ·b)² = c²·(V_f − 2ρ·V_bf + ρ²·V_b), with means b and f, the variances V
  /// of the means and the critical value c. Divided by b², with r = f/b and k = (c/b)², they are
  ///
  ///     [r − k·V_bf ± √(k·(V_f − 2r·V_bf + r²·V_b − k·(V_f·V_b − V_bf²)))] / (1 − k·V_b),
  ///
  /// where, unlike in the plain discriminant, r² does not cancel.
  private static func interval(
    _ ratio: Double, of sample: PairedFrequencyTable, _ baselineMean: Double,
    criticalValue: Double
  ) -> ConfidenceInterval? {
    let pairs = Double(sample.total)
    guard let baselineVariance = sample.baseline.variance.map({ $0 / pairs }),
      let followUpVariance = sample.followUp.variance.map({ $0 / pairs }),
      let covariance = sample.covariance.map({ $0 / pairs }),
      baselineVariance > 0 || followUpVariance > 0
    else { return nil }

    let k = (criticalValue / baselineMean) * (criticalValue / baselineMean)
    let denominator = 1 - k * baselineVariance
    guard denominator > 0 else { return nil }

    let varianceOfResidual =
      followUpVariance - 2 * ratio * covariance + ratio * ratio * baselineVariance
    let determinant = followUpVariance * baselineVariance - covariance * covariance
    // Rounding may take a residual variance of 0, all pairs in proportion, just below it.
    let halfWidth = max(0, k * (varianceOfResidual - k * determinant)).squareRoot()
    let center = ratio - k * covariance
    return ConfidenceInterval(
      lower: (center - halfWidth) / denominator, upper: (center + halfWidth) / denominator)
  }
}
