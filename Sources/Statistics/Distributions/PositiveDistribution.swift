/// A continuous distribution of positive numbers, defined by its two tails.
///
/// A small probability is computed directly, never as 1 minus a large one.
package protocol PositiveDistribution: Sendable {
  /// A point in the bulk of the distribution, where the search for a quantile starts.
  var middle: Double { get }

  /// Cuts the distribution in two at x, which must be at least 0 and may be infinite.
  ///
  /// - Returns: P(X ≤ x) as the lower part, P(X > x) as the upper.
  func split(at x: Double) -> IncompleteIntegral
}

extension PositiveDistribution {
  /// P(X ≤ x), for any number x.
  package func cumulativeProbability(at x: Double) -> Double { split(at: max(x, 0)).lower }

  /// P(X > x), for any number x: the p-value of a test statistic x.
  package func upperTail(beyond x: Double) -> Double { split(at: max(x, 0)).upper }

  /// The x with P(X ≤ x) = probability.
  ///
  /// - Returns: nil for a probability that is not strictly between 0 and 1; the smallest or the
  ///   largest `Double` if x is beyond them.
  package func quantile(_ probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    let isLower = probability < 0.5
    // The logarithm of x and that of the smaller tail are used: they are nearly linear in each
    // other, even in the far tails. A tail that underflows counts as the smallest positive number,
    // which keeps the search finite.
    let root = RootSearch.root(
      from: ElementaryFunctions.logarithm(middle), step: 0.5
    ) { logarithm in
      let split = split(at: ElementaryFunctions.exponential(logarithm))
      let tail = max(isLower ? split.lower : split.upper, Double.leastNormalMagnitude)
      return isLower
        ? ElementaryFunctions.logarithm(tail / probability)
        : ElementaryFunctions.logarithm((1 - probability) / tail)
    }
    return ElementaryFunctions.exponential(root)
  }
}
