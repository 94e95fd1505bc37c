/// Fisher's F distribution: the ratio of two independent mean squares.
///
/// A small probability is computed directly, never as 1 minus a large one.
package struct FDistribution: Sendable {
  /// The degrees of freedom of the numerator, positive, not necessarily a whole number.
  package let numeratorDegreesOfFreedom: Double
  /// The degrees of freedom of the denominator, positive, not necessarily a whole number.
  package let denominatorDegreesOfFreedom: Double

  /// Both degrees of freedom must be positive and finite; anything else gives nil.
  package init?(numeratorDegreesOfFreedom: Double, denominatorDegreesOfFreedom: Double) {
    guard numeratorDegreesOfFreedom > 0, numeratorDegreesOfFreedom.isFinite,
      denominatorDegreesOfFreedom > 0, denominatorDegreesOfFreedom.isFinite
    else { return nil }
    self.numeratorDegreesOfFreedom = numeratorDegreesOfFreedom
    self.denominatorDegreesOfFreedom = denominatorDegreesOfFreedom
  }

  /// Cuts the distribution in two at x, which must be at least 0 and may be infinite.
  ///
  /// P(F ≤ x) is the incomplete beta integral I_y(ν₁/2, ν₂/2) at y = ν₁·x/(ν₁·x + ν₂) (Abramowitz &
  /// Stegun 26.6.2).
  ///
  /// - Returns: P(F ≤ x) as the lower part, P(F > x) as the upper.
  private func split(at x: Double) -> IncompleteIntegral {
    let ratio = numeratorDegreesOfFreedom / denominatorDegreesOfFreedom * x
    guard ratio.isFinite else { return IncompleteIntegral(lower: 1, upper: 0, kernel: 0) }
    return BetaFunction.regularized(
      numeratorDegreesOfFreedom / 2, denominatorDegreesOfFreedom / 2,
      at: ratio / (1 + ratio), complement: 1 / (1 + ratio))
  }
}

extension FDistribution {
  /// P(F ≤ x), for any number x.
  package func cumulativeProbability(at x: Double) -> Double { split(at: max(x, 0)).lower }

  /// P(F > x), for any number x: the p-value of a test statistic x.
  package func upperTail(beyond x: Double) -> Double { split(at: max(x, 0)).upper }

  /// The x with P(F ≤ x) = probability.
  ///
  /// - Returns: nil for a probability that is not strictly between 0 and 1; the smallest or the
  ///   largest `Double` if x is beyond them.
  package func quantile(_ probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    let isLower = probability < 0.5
    // The logarithm of x and that of the smaller tail are used: they are nearly linear in each
    // other, even in the far tails. A tail that underflows counts as the smallest positive number,
    // which keeps the search finite.
    // Each mean square is about 1, whose logarithm is 0.
    let root = RootSearch.root(from: 0, step: 0.5) { logarithm in
      let split = split(at: ElementaryFunctions.exponential(logarithm))
      let tail = max(isLower ? split.lower : split.upper, Double.leastNormalMagnitude)
      return isLower
        ? ElementaryFunctions.logarithm(tail / probability)
        : ElementaryFunctions.logarithm((1 - probability) / tail)
    }
    return ElementaryFunctions.exponential(root)
  }
}
