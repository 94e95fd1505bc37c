/// Fisher's F distribution: the ratio of two independent mean squares.
package struct FDistribution: PositiveDistribution {
  /// The degrees of freedom of the numerator, positive, not necessarily a whole number.
  package let numeratorDegreesOfFreedom: Double
  /// The degrees of freedom of the denominator, positive, not necessarily a whole number.
  package let denominatorDegreesOfFreedom: Double

  /// Both degrees of freedom must be positive and finite; anything else gives nil. For infinite
  /// denominator degrees of freedom, F times the numerator's is chi-squared:
  /// `ChiSquaredDistribution`.
  package init?(numeratorDegreesOfFreedom: Double, denominatorDegreesOfFreedom: Double) {
    guard numeratorDegreesOfFreedom > 0, numeratorDegreesOfFreedom.isFinite,
      denominatorDegreesOfFreedom > 0, denominatorDegreesOfFreedom.isFinite
    else { return nil }
    self.numeratorDegreesOfFreedom = numeratorDegreesOfFreedom
    self.denominatorDegreesOfFreedom = denominatorDegreesOfFreedom
  }

  /// Each mean square is about 1.
  package var middle: Double { 1 }

  /// P(F ≤ f) is the incomplete beta integral I_x(ν₁/2, ν₂/2) at x = ν₁·f/(ν₁·f + ν₂) (Abramowitz &
  /// Stegun 26.6.2).
  package func split(at x: Double) -> IncompleteIntegral {
    let ratio = numeratorDegreesOfFreedom / denominatorDegreesOfFreedom * x
    guard ratio.isFinite else { return IncompleteIntegral(lower: 1, upper: 0, kernel: 0) }
    return BetaFunction.regularized(
      numeratorDegreesOfFreedom / 2, denominatorDegreesOfFreedom / 2,
      at: ratio / (1 + ratio), complement: 1 / (1 + ratio))
  }
}
