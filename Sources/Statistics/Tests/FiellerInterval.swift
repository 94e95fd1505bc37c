/// Fieller's interval for the ratio of two means of the same people: follow-up ÷ baseline.
///
/// Fieller (1954), "Some problems in interval estimation", doi 10.1111/j.2517-6161.1954.tb00159.x.
/// The interval contains each ratio ρ that a t test of follow-up − ρ·baseline would not reject.
package struct FiellerInterval: Sendable, Equatable {
  /// Mean follow-up ÷ mean baseline.
  package let ratio: Double
  /// The interval of the ratio. Nil if it is unbounded, since the baseline mean does not differ
  /// significantly from 0, and if there is no spread to estimate it from: one pair, no two pairs
  /// differ, or every follow-up is the same multiple of its baseline.
  package let confidenceInterval: ConfidenceInterval?

  /// - Parameters:
  ///   - sample: the pairs of scores; none, or a baseline mean of 0, gives nil.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  package init?(_ sample: PairedFrequencyTable, confidenceLevel: Double = 0.95) {
    guard let baselineMean = sample.baseline.mean, let followUpMean = sample.followUp.mean else {
      return nil
    }
    let pairs = Double(sample.total)
    let isProportional = sample.isProportional(by: followUpMean / baselineMean)
    self.init(
      baselineMean: baselineMean, followUpMean: followUpMean,
      baselineVariance: (sample.baseline.variance ?? 0) / pairs,
      followUpVariance: (sample.followUp.variance ?? 0) / pairs,
      covariance: (sample.covariance ?? 0) / pairs,
      criticalValue: isProportional
        ? nil
        : StudentT(degreesOfFreedom: pairs - 1)?.criticalValue(confidenceLevel: confidenceLevel))
  }

  /// The ratio of two means estimated by a model.
  ///
  /// - Parameters:
  ///   - baselineMean: the denominator; 0 gives nil.
  ///   - followUpMean: the numerator.
  ///   - baselineVariance: the squared standard error of the baseline mean.
  ///   - followUpVariance: the squared standard error of the follow-up mean.
  ///   - covariance: the covariance of the two means.
  ///   - criticalValue: the quantile of the t test; nil gives no interval.
  package init?(
    baselineMean: Double, followUpMean: Double, baselineVariance: Double, followUpVariance: Double,
    covariance: Double, criticalValue: Double?
  ) {
    guard baselineMean != 0 else { return nil }
    let ratio = followUpMean / baselineMean
    self.ratio = ratio
    guard let criticalValue, baselineVariance > 0 || followUpVariance > 0 else {
      confidenceInterval = nil
      return
    }
    confidenceInterval = Self.interval(
      ratio, baselineMean, baselineVariance, followUpVariance, covariance, criticalValue)
  }

  /// The roots in ρ of (f − ρ·b)² = c²·(V_f − 2ρ·V_bf + ρ²·V_b), with means b and f, the variances
  /// V of the means and the critical value c. Divided by b², with r = f/b and k = (c/b)², they are
  ///
  ///     [r − k·V_bf ± √(k·(V_f − 2r·V_bf + r²·V_b − k·(V_f·V_b − V_bf²)))] / (1 − k·V_b),
  ///
  /// where, unlike in the plain discriminant, r² does not cancel.
  private static func interval(
    _ ratio: Double, _ baselineMean: Double, _ baselineVariance: Double, _ followUpVariance: Double,
    _ covariance: Double, _ criticalValue: Double
  ) -> ConfidenceInterval? {
    let k = (criticalValue / baselineMean) * (criticalValue / baselineMean)
    let denominator = 1 - k * baselineVariance
    guard denominator > 0 else { return nil }

    let varianceOfResidual =
      followUpVariance - 2 * ratio * covariance + ratio * ratio * baselineVariance
    let determinant = followUpVariance * baselineVariance - covariance * covariance
    // Rounding may make a residual variance of 0, if all pairs are in proportion, slightly
    // negative.
    let halfWidth = max(0, k * (varianceOfResidual - k * determinant)).squareRoot()
    let center = ratio - k * covariance
    return ConfidenceInterval(
      lower: (center - halfWidth) / denominator, upper: (center + halfWidth) / denominator)
  }
}

extension PairedFrequencyTable {
  /// True if every follow-up is the same multiple of its baseline, apart from the rounding of the
  /// scores, of the multiple, and of their products.
  fileprivate func isProportional(by ratio: Double) -> Bool {
    cells.allSatisfy { cell in
      let expected = ratio * cell.baseline
      let scale = max(cell.followUp.magnitude, cell.baseline.magnitude, expected.magnitude)
      return (cell.followUp - expected).magnitude <= 16 * Double.ulpOfOne * scale
    }
  }
}
