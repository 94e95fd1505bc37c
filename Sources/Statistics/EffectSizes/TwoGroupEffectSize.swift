/// Cohen's d of two independent groups, with Hedges' correction.
///
/// d = (mean of the first − mean of the second) ÷ the pooled standard deviation, which has
/// n₁ + n₂ − 2 degrees of freedom (Cohen 1988; Hedges 1981, doi 10.3102/10769986006002107).
package struct TwoGroupEffectSize: Sendable, Equatable {
  /// Cohen's d by the pooled standard deviation.
  package let cohensD: Double
  /// g = J·d, with the exact J of `EffectSizes.hedgesCorrection`; nil if the two groups have one
  /// degree of freedom.
  package let hedgesG: Double?
  /// The interval of `cohensD` by the noncentral t distribution; nil for a confidence level outside
  /// 0…1.
  package let confidenceInterval: ConfidenceInterval?

  /// - Parameters:
  ///   - first: a sample of at least one value.
  ///   - second: a sample of other people, in the same unit.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  /// - Returns: nil for an empty group, for one value in each group, and if neither group varies.
  package init?(
    _ first: FrequencyTable, _ second: FrequencyTable, confidenceLevel: Double = 0.95
  ) {
    let degreesOfFreedom = Double(first.total + second.total - 2)
    guard let firstMean = first.mean, let secondMean = second.mean, degreesOfFreedom > 0 else {
      return nil
    }
    let pooled =
      ((first.variance ?? 0) * Double(first.total - 1)
        + (second.variance ?? 0) * Double(second.total - 1)) / degreesOfFreedom
    guard pooled.squareRoot() > Self.rounding(of: first, second) else { return nil }
    let effect = (firstMean - secondMean) / pooled.squareRoot()
    cohensD = effect
    hedgesG = EffectSizes.hedgesCorrection(degreesOfFreedom: degreesOfFreedom).map { $0 * effect }
    let scale = (1 / Double(first.total) + 1 / Double(second.total)).squareRoot()
    confidenceInterval = NoncentralT.noncentralityInterval(
      observing: effect / scale, degreesOfFreedom: degreesOfFreedom,
      confidenceLevel: confidenceLevel
    ).map { ConfidenceInterval(lower: $0.lower * scale, upper: $0.upper * scale) }
  }

  /// The largest spread that is due to rounding alone: 10ε of the larger mean, the limit that R's
  /// `t.test` sets for its standard error ("data are essentially constant").
  static func rounding(of first: FrequencyTable, _ second: FrequencyTable) -> Double {
    10 * Double.ulpOfOne * max((first.mean ?? 0).magnitude, (second.mean ?? 0).magnitude)
  }
}
