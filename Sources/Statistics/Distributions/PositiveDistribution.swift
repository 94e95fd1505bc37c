/// A continuous distribution of positive numbers, known by its two tails.
///
/// A small probability is computed as such, never as 1 minus a large one.
package protocol PositiveDistribution: Sendable {
  /// A point in the bulk of the distribution, where the search for a quantile starts.
  var middle: Double { get }

  /// Cuts the distribution in two at a point that is at least 0; may be infinite.
  ///
  /// - Returns: P(X ≤ x) as the lower part, P(X > x) as the upper.
  func split(at x: Double) -> IncompleteIntegral
}

extension PositiveDistribution {
  /// P(X ≤ x), for any x that is a number.
  package func cumulativeProbability(at x: Double) -> Double { split(at: max(x, 0)).lower }

  /// P(X > x), for any x that is a number: the p of a test whose statistic came out as x.
  package func upperTail(beyond x: Double) -> Double { split(at: max(x, 0)).upper }

  /// The x with P(X ≤ x) = probability.
  ///
  /// - Returns: nil for a probability that is not strictly between 0 and 1; the smallest or the
  ///   largest `Double` where x is beyond them.
  package func quantile(_ probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    let isLower = probability < 0.5
    // The logarithms of x and of the smaller tail: both curves are then nearly straight, however
    // far out. A tail that underflows counts as the smallest there is, to keep the search finite.
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
