/// The noncentral t distribution: Student's t distribution for a true mean that is not 0.
///
/// T = (Z + δ)/S, where Z is standard normal and, independently, νS² is chi-squared with ν degrees
/// of freedom (Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, ch. 31).
/// R's `pt` with `ncp` sums a series, accurate to about 1e-12 absolute; here each tail is an
/// integral of positive numbers, accurate to 1e-12 relative however small it is.
package struct NoncentralT: Sendable {
  /// ν, positive, not necessarily a whole number.
  package let degreesOfFreedom: Double
  /// δ, the mean in standard errors, of either sign.
  package let noncentrality: Double

  /// - Parameters:
  ///   - degreesOfFreedom: positive and finite; anything else gives nil.
  ///   - noncentrality: finite; anything else gives nil.
  package init?(degreesOfFreedom: Double, noncentrality: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite, noncentrality.isFinite else {
      return nil
    }
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// A distribution with parameters known to be valid.
  init(_ degreesOfFreedom: Double, _ noncentrality: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// P(T ≤ t), for any number t of magnitude below 1e150.
  package func cumulativeProbability(at t: Double) -> Double {
    t < 0
      ? Self.tails(at: -t, degreesOfFreedom, -noncentrality).upper
      : Self.tails(at: t, degreesOfFreedom, noncentrality).lower
  }

  /// P(T > t), for any number t of magnitude below 1e150.
  package func upperTail(beyond t: Double) -> Double {
    t < 0
      ? Self.tails(at: -t, degreesOfFreedom, -noncentrality).lower
      : Self.tails(at: t, degreesOfFreedom, noncentrality).upper
  }

  /// Both tails at a t of at least 0: one as an integral, the other as its complement.
  private static func tails(
    at t: Double, _ ν: Double, _ δ: Double
  ) -> (lower: Double, upper: Double) {
    let integrand = NoncentralTIntegrand(t: t, degreesOfFreedom: ν, noncentrality: δ)
    let tail = min(1, integrand.integral())
    return integrand.isUpper ? (1 - tail, tail) : (tail, 1 - tail)
  }
}
