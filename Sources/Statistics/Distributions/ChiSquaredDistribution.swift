/// The chi-squared distribution: the sum of the squares of independent standard normal numbers.
package struct ChiSquaredDistribution: PositiveDistribution {
  /// The degrees of freedom, positive, not necessarily a whole number.
  package let degreesOfFreedom: Double

  /// - Parameter degreesOfFreedom: positive and finite; anything else gives nil.
  package init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The mean.
  package var middle: Double { degreesOfFreedom }

  /// P(X ≤ x) is the incomplete gamma integral P(ν/2, x/2) (Abramowitz & Stegun 26.4.19).
  package func split(at x: Double) -> IncompleteIntegral {
    GammaFunction.regularized(shape: degreesOfFreedom / 2, at: x / 2)
  }
}
