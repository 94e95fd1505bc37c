extension NoncentralT {
  /// The noncentralities compatible with an observed t: those for which neither tail beyond t is
  /// smaller than half of 1 − confidence level.
  ///
  /// Cumming & Finch (2001), "A primer on the understanding, use, and calculation of confidence
  /// intervals that are based on central and noncentral distributions", doi
  /// 10.1177/0013164401614002. Divided by √n, it is the interval of d_z; multiplied by √(1/n₁ +
  /// 1/n₂), that of Cohen's d of two groups.
  ///
  /// - Parameters:
  ///   - t: the observed statistic, finite.
  ///   - degreesOfFreedom: positive and finite.
  ///   - confidenceLevel: strictly between 0 and 1.
  /// - Returns: nil if an argument is outside these limits.
  package static func noncentralityInterval(
    observing t: Double, degreesOfFreedom: Double, confidenceLevel: Double = 0.95
  ) -> ConfidenceInterval? {
    guard t.isFinite, degreesOfFreedom > 0, degreesOfFreedom.isFinite, confidenceLevel > 0,
      confidenceLevel < 1
    else { return nil }
    // Computed for the magnitude of t, so that the interval of −t is exactly that of t with signs
    // reversed.
    let ends = [true, false].map { isLower in
      end(t.magnitude, degreesOfFreedom, tail: (1 - confidenceLevel) / 2, isLower: isLower)
    }
    return t < 0
      ? ConfidenceInterval(lower: -ends[1], upper: -ends[0])
      : ConfidenceInterval(lower: ends[0], upper: ends[1])
  }

  /// Solves for one end: P(T > t), which increases with the noncentrality, for the lower, and P(T ≤
  /// t), which decreases, for the upper. The logarithms are solved, since they are nearly linear in
  /// the tails.
  private static func end(
    _ t: Double, _ degreesOfFreedom: Double, tail: Double, isLower: Bool
  ) -> Double {
    // The approximate standard deviation of T, as a first step of the right size.
    let spread = (1 + t * t / (2 * degreesOfFreedom)).squareRoot()
    return RootSearch.root(
      from: t, step: spread,
      ofIncreasing: { noncentrality in
        let distribution = NoncentralT(degreesOfFreedom, noncentrality)
        let probability = max(
          isLower ? distribution.upperTail(beyond: t) : distribution.cumulativeProbability(at: t),
          Double.leastNormalMagnitude)
        let logarithm = ElementaryFunctions.logarithm(probability / tail)
        return isLower ? logarithm : -logarithm
      })
  }
}
