/// Wilcoxon's signed rank test that changes are symmetric about 0, with its effect size.
///
/// R's `wilcox.test(paired = TRUE)`: pairs without change are left out; p is exact for fewer than
/// 50 changes without ties or zeros, otherwise from the normal approximation with corrections for
/// ties and for continuity. See `SignedRanks` for the definition of a tie.
package struct WilcoxonSignedRankTest: Sendable, Equatable {
  /// The number of pairs that changed.
  package let changed: Int
  /// The number of pairs that did not change; these are left out.
  package let unchanged: Int
  /// V, the sum of the ranks of the increases; 0 if nobody changed.
  package let sumOfPositiveRanks: Double
  /// True if `p` is exact rather than from the normal approximation.
  package let isExact: Bool
  /// The two-sided p-value; nil if nobody changed.
  package let p: Double?
  /// The matched-pairs rank-biserial correlation, from −1 (all scores fell) to 1 (all rose): the
  /// difference between the positive and negative rank sums ÷ their total (Kerby 2014, doi
  /// 10.2466/11.IT.3.1). Nil if nobody changed.
  package let rankBiserialCorrelation: Double?

  /// Tests a sample of any size.
  package init(_ sample: PairedFrequencyTable) {
    let ranks = SignedRanks(sample)
    let positive = ranks.twicePositiveSum
    let negative = ranks.twiceNegativeSum
    changed = ranks.total
    unchanged = ranks.zeros
    sumOfPositiveRanks = Double(positive) / 2
    guard changed > 0 else {
      isExact = false
      p = nil
      rankBiserialCorrelation = nil
      return
    }
    rankBiserialCorrelation = Double(positive - negative) / Double(positive + negative)
    isExact = ranks.hasExactDistribution
    if isExact, let distribution = SignedRankDistribution(size: changed) {
      // The smaller sum is as extreme as the larger. Without ties they are whole numbers.
      p = min(1, 2 * distribution.cumulativeProbability(at: min(positive, negative) / 2))
    } else {
      p = Self.normalProbability(ranks, twiceDistance: (positive - negative).magnitude)
    }
  }

  /// The two-sided normal p-value of a sum that is `twiceDistance`/4 from its mean, minus ½ for
  /// continuity.
  private static func normalProbability(_ ranks: SignedRanks, twiceDistance: UInt) -> Double {
    guard twiceDistance > 0 else { return 1 }
    let variance = ranks.variance(tiesOf: ranks.ties.map { $0.increases + $0.decreases })
    let z = (Double(twiceDistance) / 4 - 0.5) / variance.squareRoot()
    return NormalDistribution().twoSidedProbability(beyond: z)
  }
}
