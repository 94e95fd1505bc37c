/// Rounding of drafted scores to whole numbers with a given mean.
enum RoundedScores {
  /// Returns whole numbers in `range` that follow the drafts, all shifted by the same amount, and
  /// whose sum is the whole number nearest to `mean` times their count. A mean outside the range is
  /// replaced by the nearest limit.
  ///
  /// The rounding error of one draft is carried to the next (cumulative rounding), so that the sum
  /// is never off by more than half a point, however many drafts there are.
  static func following(
    _ drafts: [Double], in range: ClosedRange<Int>, mean: Double
  ) -> [Int] {
    let limits = Double(range.lowerBound)...Double(range.upperBound)
    let shift = shift(of: drafts, in: limits, sum: mean * Double(drafts.count))
    var exact = 0.0
    var rounded = 0
    return drafts.map { draft in
      exact += clamped(draft + shift, to: limits)
      let next = Int((exact + 0.5).rounded(.down))
      defer { rounded = next }
      return next - rounded
    }
  }

  /// Returns the shift of all drafts with which they add up to `sum` after clamping to the limits.
  /// It is found by bisection, since that sum never decreases as the shift increases.
  private static func shift(
    of drafts: [Double], in limits: ClosedRange<Double>, sum: Double
  ) -> Double {
    guard let least = drafts.min(), let most = drafts.max() else { return 0 }
    var low = limits.lowerBound - most
    var high = limits.upperBound - least
    for _ in 0..<halvings {
      let middle = (low + high) / 2
      let reached = drafts.reduce(0) { $0 + clamped($1 + middle, to: limits) }
      if reached < sum { low = middle } else { high = middle }
    }
    return high
  }

  /// The number of bisections, enough for a shift accurate to a millionth of a point.
  private static let halvings = 28

  private static func clamped(_ value: Double, to limits: ClosedRange<Double>) -> Double {
    min(max(value, limits.lowerBound), limits.upperBound)
  }
}
