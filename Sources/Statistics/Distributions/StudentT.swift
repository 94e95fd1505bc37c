/// Student's t distribution.
package struct StudentT: SymmetricDistribution {
  /// The degrees of freedom, positive, not necessarily a whole number.
  package let degreesOfFreedom: Double

  /// - Parameter degreesOfFreedom: positive and finite; anything else gives nil.
  package init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(|T| > t) is the incomplete beta integral I_x(ν/2, ½) at x = ν/(ν + t²) (DLMF 8.17.2 with
  /// Abramowitz & Stegun 26.7.1).
  package func split(at magnitude: Double) -> IncompleteIntegral {
    let ratio = magnitude * magnitude / degreesOfFreedom
    guard ratio < 1e30 else { return farTail(magnitude) }
    // x and 1 − x are both computed from the ratio: for large ν, x is so close to 1 that
    // subtracting it would lose digits.
    let beta = BetaFunction.regularized(
      degreesOfFreedom / 2, 0.5, at: 1 / (1 + ratio), complement: ratio / (1 + ratio))
    return IncompleteIntegral(lower: beta.upper, upper: beta.lower, kernel: beta.kernel)
  }

  /// The leading term of the tail, (ν/t²)^(ν/2)/((ν/2)·B(ν/2, ½)), in logarithms.
  ///
  /// The rest is smaller by a factor of ν/t², and t² itself may exceed the largest `Double`.
  private func farTail(_ magnitude: Double) -> IncompleteIntegral {
    let half = degreesOfFreedom / 2
    let logarithmOfRatio =
      2 * ElementaryFunctions.logarithm(magnitude)
      - ElementaryFunctions.logarithm(degreesOfFreedom)
    let kernel = ElementaryFunctions.exponential(
      -half * logarithmOfRatio - BetaFunction.logarithm(half, 0.5))
    return IncompleteIntegral(lower: 1 - kernel / half, upper: kernel / half, kernel: kernel)
  }

  /// P(|T| > t) = I_x(ν/2, ½) ≤ I_x(ν/2, 1) = x^(ν/2), solved for t = √(ν·(1 − x)/x).
  package func upperBound(exceededWithProbability probability: Double) -> Double {
    let logarithmOfX = ElementaryFunctions.logarithm(probability) / (degreesOfFreedom / 2)
    let complement = -ElementaryFunctions.exponentialMinusOne(logarithmOfX)
    return (degreesOfFreedom * complement).squareRoot()
      * ElementaryFunctions.exponential(-logarithmOfX / 2)
  }
}
