/// Cronbach's alpha: the internal consistency of a questionnaire's items, from complete forms at
/// one timepoint.
///
/// α = k/(k − 1)·(1 − Σ variances of the items ÷ variance of the total); Cronbach (1951), doi
/// 10.1007/BF02310555. It may be negative.
package struct CronbachAlpha: Sendable, Equatable {
  /// The number of complete forms.
  package let forms: Int
  /// The number of items, k.
  package let items: Int
  /// α, at most 1.
  package let alpha: Double
  /// Feldt's interval (1965, doi 10.1007/BF02289499): (1 − true α)/(1 − α) has about the F
  /// distribution with n − 1 and (n − 1)·(k − 1) degrees of freedom. Nil for a confidence level
  /// outside 0…1.
  package let confidenceInterval: ConfidenceInterval?

  /// - Parameters:
  ///   - moments: the sums over the forms.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  /// - Returns: nil for fewer than two forms or two items, and if all totals are equal.
  package init?(_ moments: ItemMoments, confidenceLevel: Double = 0.95) {
    let scaledVariance = moments.scaledVarianceOfTotals
    guard moments.forms > 1, moments.items > 1, scaledVariance > 0 else { return nil }
    let ratio = moments.scaledSumOfItemVariances / scaledVariance
    let alpha = Double(moments.items) / Double(moments.items - 1) * (1 - ratio)
    self.alpha = alpha
    forms = moments.forms
    items = moments.items
    let freedom = Double(moments.forms - 1)
    guard confidenceLevel > 0, confidenceLevel < 1,
      let distribution = FDistribution(
        numeratorDegreesOfFreedom: freedom,
        denominatorDegreesOfFreedom: freedom * Double(moments.items - 1)),
      let high = distribution.quantile((1 + confidenceLevel) / 2),
      let low = distribution.quantile((1 - confidenceLevel) / 2)
    else {
      confidenceInterval = nil
      return
    }
    confidenceInterval = ConfidenceInterval(
      lower: 1 - (1 - alpha) * high, upper: 1 - (1 - alpha) * low)
  }
}
