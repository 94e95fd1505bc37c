/// The noncentral t distribution: that of Student's t where the true mean is not 0.
///
/// T = (Z + δ)/S with a standard normal Z and, independent of it, νS² chi-squared with ν degrees of
/// freedom (Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, ch. 31).
/// R's `pt` with `ncp` adds up a series and is good to about 1e-12 absolute; here each tail is an
/// integral of positive numbers, good to 1e-12 relative however small it is.
package struct NoncentralT: Sendable {
  /// ν, positive; need not be a whole number.
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

  /// A distribution whose parameters are known to be right.
  init(_ degreesOfFreedom: Double, _ noncentrality: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// P(T ≤ t), for any t that is a number of magnitude below 1e150.
  package func cumulativeProbability(at t: Double) -> Double {
    t < 0
      ? Self.tails(at: -t, degreesOfFreedom, -noncentrality).upper
      : Self.tails(at: t, degreesOfFreedom, noncentrality).lower
  }

  /// P(T > t), for any t that is a number of magnitude below 1e150.
  package func upperTail(beyond t: Double) -> Double {
    t < 0
      ? Self.tails(at: -t, degreesOfFreedom, -noncentrality).lower
      : Self.tails(at: t, degreesOfFreedom, noncentrality).upper
  }

  /// Both tails at a t of at least 0: the one that t lies in by its integral, the other as the
  /// rest.
  private static func tails(
    at t: Double, _ ν: Double, _ δ: Double
  ) -> (lower: Double, upper: Double) {
    let integrand = NoncentralTIntegrand(t: t, degreesOfFreedom: ν, noncentrality: δ)
    let tail = min(1, integrand.integral())
    return integrand.isUpper ? (1 - tail, tail) : (tail, 1 - tail)
  }
}
