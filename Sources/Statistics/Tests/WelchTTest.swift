/// Welch's t test that two independent groups have the same mean, without assuming equal variances.
///
/// Welch (1947), doi 10.1093/biomet/34.1-2.28; R's `t.test(first, second)`. Undefined values are
/// nil: the difference needs one value in each group, everything else needs two. If neither group
/// varies, apart from rounding (R: "data are essentially constant"), there is no test.
package struct WelchTTest: Sendable, Equatable {
  /// The mean of the first group minus the mean of the second, in their unit.
  package let difference: Double?
  /// The standard error of the difference, in the same unit.
  package let standardError: Double?
  /// Welch's t.
  package let t: Double?
  /// The degrees of freedom by Welch and Satterthwaite, usually not a whole number.
  package let degreesOfFreedom: Double?
  /// The two-sided p-value.
  package let p: Double?
  /// The interval of the difference, by the quantile of Student's t.
  package let confidenceInterval: ConfidenceInterval?

  /// - Parameters:
  ///   - first: a sample of any size.
  ///   - second: a sample of other people, in the same unit.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  package init(
    _ first: FrequencyTable, _ second: FrequencyTable, confidenceLevel: Double = 0.95
  ) {
    var difference: Double?
    if let firstMean = first.mean, let secondMean = second.mean {
      difference = firstMean - secondMean
    }
    self.difference = difference
    guard let difference, let error = Self.error(of: first, second),
      let distribution = StudentT(degreesOfFreedom: error.degreesOfFreedom)
    else {
      standardError = nil
      t = nil
      degreesOfFreedom = nil
      p = nil
      confidenceInterval = nil
      return
    }
    let statistic = difference / error.standard
    standardError = error.standard
    t = statistic
    degreesOfFreedom = error.degreesOfFreedom
    p = distribution.twoSidedProbability(beyond: statistic)
    confidenceInterval = distribution.criticalValue(confidenceLevel: confidenceLevel).map {
      ConfidenceInterval(
        lower: difference - $0 * error.standard, upper: difference + $0 * error.standard)
    }
  }

  /// The standard error of the difference, √(s₁²/n₁ + s₂²/n₂), with its degrees of freedom,
  /// 1/(w₁²/(n₁ − 1) + w₂²/(n₂ − 1)), where w are the shares of the two terms under the root; nil
  /// if it is undefined or no larger than rounding.
  private static func error(
    of first: FrequencyTable, _ second: FrequencyTable
  ) -> (standard: Double, degreesOfFreedom: Double)? {
    guard let firstVariance = first.variance, let secondVariance = second.variance else {
      return nil
    }
    let firstPart = firstVariance / Double(first.total)
    let secondPart = secondVariance / Double(second.total)
    let standard = (firstPart + secondPart).squareRoot()
    guard standard > TwoGroupEffectSize.rounding(of: first, second) else { return nil }
    let firstShare = firstPart / (firstPart + secondPart)
    let secondShare = secondPart / (firstPart + secondPart)
    let reciprocal =
      firstShare * firstShare / Double(first.total - 1)
      + secondShare * secondShare / Double(second.total - 1)
    return (standard, 1 / reciprocal)
  }
}
