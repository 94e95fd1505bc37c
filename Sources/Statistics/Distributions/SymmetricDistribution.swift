/// A continuous distribution symmetric about 0, defined by the probability within ±x.
///
/// Everything else follows from symmetry. A small probability is computed directly, never as 1
/// minus a large one.
package protocol SymmetricDistribution: Sendable {
  /// Cuts the distribution of |X| in two.
  ///
  /// - Parameter magnitude: at least 0; may be infinite.
  /// - Returns: P(|X| ≤ magnitude) as the lower part, P(|X| > magnitude) as the upper, and half the
  ///   derivative of the lower part with respect to the logarithm of the magnitude as the kernel.
  func split(at magnitude: Double) -> IncompleteIntegral

  /// A starting point for the quantile, from a closed form.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a magnitude m with P(|X| > m) ≤ probability; may be infinite.
  func upperBound(exceededWithProbability probability: Double) -> Double
}

extension SymmetricDistribution {
  /// P(X ≤ x), for any number x.
  package func cumulativeProbability(at x: Double) -> Double {
    let split = split(at: x.magnitude)
    return x < 0 ? split.upper / 2 : 0.5 + split.lower / 2
  }

  /// P(X > x), for any number x.
  package func upperTail(beyond x: Double) -> Double { cumulativeProbability(at: -x) }

  /// P(|X| > |x|), the two-sided p-value of a test statistic x.
  package func twoSidedProbability(beyond x: Double) -> Double { split(at: x.magnitude).upper }

  /// The x with P(X ≤ x) = probability.
  ///
  /// - Returns: nil for a probability that is not strictly between 0 and 1; infinite if x exceeds
  ///   the largest `Double`, as with very few degrees of freedom.
  package func quantile(_ probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    let offset = probability - 0.5
    guard offset != 0 else { return 0 }
    // Both subtractions are exact in the range in which they are used: Sterbenz's lemma.
    let magnitude =
      offset.magnitude < 0.25
      ? magnitude(within: 2 * offset.magnitude)
      : magnitude(beyond: 2 * min(probability, 1 - probability))
    return offset < 0 ? -magnitude : magnitude
  }

  /// The half-width of a two-sided interval, in standard errors.
  ///
  /// - Parameter confidenceLevel: such as 0.95, for P(|X| ≤ result) = 0.95.
  /// - Returns: nil for a level that is not strictly between 0 and 1.
  package func criticalValue(confidenceLevel: Double) -> Double? {
    guard confidenceLevel > 0, confidenceLevel < 1 else { return nil }
    return quantile((1 + confidenceLevel) / 2)
  }

  /// Solves P(|X| ≤ m) = probability for m.
  ///
  /// ln P is a concave function of u = ln m, here and in `magnitude(beyond:)`, because the density
  /// of ln |X| is log-concave for every normal and Student distribution. Newton's steps in u from
  /// the side where the curve lies below its tangent thus approach the root without overshooting.
  /// Here that side is to the left of the root: P(|X| ≤ m) < m, since the densities at 0 are below
  /// ½.
  private func magnitude(within probability: Double) -> Double {
    newtonMagnitude(from: probability) { split in
      let excess = ElementaryFunctions.logarithm(split.lower / probability)
      return -excess * split.lower / (2 * split.kernel)
    }
  }

  /// Solves P(|X| > m) = probability for m, starting to the right of the root: see
  /// `magnitude(within:)`.
  private func magnitude(beyond probability: Double) -> Double {
    let start = upperBound(exceededWithProbability: probability)
    return newtonMagnitude(from: start) { split in
      let excess = ElementaryFunctions.logarithm(split.upper / probability)
      return excess * split.upper / (2 * split.kernel)
    }
  }

  /// Takes Newton steps in ln m until one is so small that the next, about its square, would change
  /// nothing.
  private func newtonMagnitude(
    from start: Double, step: (IncompleteIntegral) -> Double
  ) -> Double {
    var magnitude = start
    for _ in 0..<100 where magnitude.isFinite {
      let change = step(split(at: magnitude))
      magnitude *= ElementaryFunctions.exponential(change)
      if change.magnitude < 1e-9 { break }
    }
    return magnitude
  }
}
