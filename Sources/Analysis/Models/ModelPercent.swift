import Statistics

/// A model's mean change as a percentage of its mean at baseline.
package struct ModelPercent: Sendable, Equatable {
  /// 100 × change ÷ mean at baseline.
  package let percent: Double
  /// Fieller's interval, with the degrees of freedom of the change; nil if it is unbounded.
  package let confidenceInterval: ConfidenceInterval?

  /// Nil if there is no change, or if the mean at baseline is 0.
  init?(of change: ModelContrast?, followUp: ModelContrast?, baseline: ModelContrast?) {
    guard let change, let followUp, let baseline else { return nil }
    let variance = { (contrast: ModelContrast) in
      contrast.standardError * contrast.standardError
    }
    // The follow-up is the sum of baseline and change, whose covariance follows from the variances.
    let covariance = (variance(followUp) - variance(baseline) - variance(change)) / 2
    let fieller = FiellerInterval(
      baselineMean: baseline.estimate, followUpMean: change.estimate,
      baselineVariance: variance(baseline), followUpVariance: variance(change),
      covariance: covariance,
      criticalValue: StudentT(degreesOfFreedom: change.degreesOfFreedom)?
        .criticalValue(confidenceLevel: 0.95))
    guard let fieller else { return nil }
    percent = 100 * fieller.ratio
    confidenceInterval = fieller.confidenceInterval.map {
      ConfidenceInterval(lower: 100 * $0.lower, upper: 100 * $0.upper)
    }
  }
}
