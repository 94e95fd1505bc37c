/// Student's t test of a mean change of 0, with the confidence interval of the change.
///
/// R's `t.test(paired = TRUE)`. Anything undefined is nil: everything for no pairs, everything but
/// the mean for one. If all pairs changed equally, the standard deviation is 0, and t, p and the
/// interval are nil.
package struct PairedTTest: Sendable, Equatable {
  /// The number of pairs.
  package let pairs: Int
  /// The mean of follow-up − baseline, in the unit of the instrument.
  package let meanChange: Double?
  /// The standard deviation of the changes, denominator n − 1, in the same unit.
  package let standardDeviation: Double?
  /// The standard error of the mean change, in the same unit.
  package let standardError: Double?
  /// Student's t.
  package let t: Double?
  /// The degrees of freedom, pairs − 1.
  package let degreesOfFreedom: Int?
  /// The two-sided p-value.
  package let p: Double?
  /// The interval of the mean change, by the quantile of Student's t.
  package let confidenceInterval: ConfidenceInterval?

  /// Tests a sample of any size.
  ///
  /// - Parameters:
  ///   - sample: the pairs of scores.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  package init(_ sample: PairedFrequencyTable, confidenceLevel: Double = 0.95) {
    let changes = sample.differences
    let spread = sample.standardDeviationOfDifferences
    pairs = sample.total
    meanChange = changes.mean
    standardDeviation = spread
    standardError = spread.map { $0 / Double(sample.total).squareRoot() }
    degreesOfFreedom = spread.map { _ in sample.total - 1 }

    guard let mean = changes.mean, let standardError, standardError > 0,
      let distribution = StudentT(degreesOfFreedom: Double(sample.total - 1))
    else {
      t = nil
      p = nil
      confidenceInterval = nil
      return
    }
    let statistic = mean / standardError
    t = statistic
    p = distribution.twoSidedProbability(beyond: statistic)
    confidenceInterval = distribution.criticalValue(confidenceLevel: confidenceLevel).map {
      ConfidenceInterval(lower: mean - $0 * standardError, upper: mean + $0 * standardError)
    }
  }
}
