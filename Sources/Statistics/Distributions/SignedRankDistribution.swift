/// The distribution of the sum of positive ranks if each of 1…n has either sign with probability ½:
/// R's `psignrank` and `qsignrank`.
///
/// All 2ⁿ assignments are counted in whole numbers, by adding one rank after the other.
package struct SignedRankDistribution: Sendable {
  /// At place v, the number of assignments whose sum is at most v; the last is 2ⁿ.
  private let cumulativeCounts: [Int]

  /// - Parameter size: n, from 1 to 62, beyond which the counts would overflow; anything else gives
  ///   nil.
  package init?(size: Int) {
    guard (1...62).contains(size) else { return nil }
    var counts = [1] + Array(repeating: 0, count: size * (size + 1) / 2)
    for rank in 1...size {
      // From the highest sum down, so that no rank is used twice.
      for sum in stride(from: counts.count - 1, through: rank, by: -1) {
        counts[sum] += counts[sum - rank]
      }
    }
    for sum in counts.indices.dropFirst() { counts[sum] += counts[sum - 1] }
    cumulativeCounts = counts
  }

  /// P(V ≤ v), exact to the last bit; 0 below 0.
  package func cumulativeProbability(at v: Int) -> Double {
    guard v >= 0 else { return 0 }
    return Double(cumulativeCounts[min(v, cumulativeCounts.count - 1)]) / assignments
  }

  /// P(V > v), which by symmetry is P(V ≤ n·(n + 1)/2 − v − 1).
  package func upperTail(beyond v: Int) -> Double {
    cumulativeProbability(at: cumulativeCounts.count - 2 - v)
  }

  /// The smallest v with P(V ≤ v) ≥ probability.
  ///
  /// - Returns: nil for a probability outside 0…1.
  package func quantile(_ probability: Double) -> Int? {
    guard (0...1).contains(probability) else { return nil }
    return cumulativeCounts.firstIndex { Double($0) / assignments >= probability }
  }

  private var assignments: Double { Double(cumulativeCounts[cumulativeCounts.count - 1]) }
}
