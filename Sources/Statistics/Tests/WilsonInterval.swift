/// A proportion with Wilson's score interval.
///
/// Wilson (1927), doi 10.1080/01621459.1927.10502953: the proportions π that a score test would not
/// reject, |successes/trials − π| ≤ z·√(π·(1 − π)/trials). R's `prop.test(correct = FALSE)`.
package struct WilsonInterval: Sendable, Equatable {
  /// Successes ÷ trials.
  package let proportion: Double
  /// The interval of the proportion, within 0…1; nil for a confidence level outside 0…1.
  package let confidenceInterval: ConfidenceInterval?

  /// - Parameters:
  ///   - successes: 0…trials.
  ///   - trials: at least 1. Impossible counts give nil.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  package init?(successes: Int, trials: Int, confidenceLevel: Double = 0.95) {
    guard trials > 0, (0...trials).contains(successes) else { return nil }
    let share = Double(successes) / Double(trials)
    proportion = share
    confidenceInterval = NormalDistribution().criticalValue(confidenceLevel: confidenceLevel).map {
      Self.interval(share, trials: Double(trials), criticalValue: $0)
    }
  }

  /// The roots of (1 + w)·π² − (2p + w)·π + p² = 0 with w = z²/trials.
  private static func interval(
    _ p: Double, trials: Double, criticalValue: Double
  ) -> ConfidenceInterval {
    let w = criticalValue * criticalValue / trials
    let halfWidth = (w * (w + 4 * p * (1 - p))).squareRoot()
    // At p = 0 the lower root is exactly 0; at p = 1 the upper one is 1 up to rounding.
    return ConfidenceInterval(
      lower: (2 * p + w - halfWidth) / (2 * (1 + w)),
      upper: p == 1 ? 1 : (2 * p + w + halfWidth) / (2 * (1 + w)))
  }
}
