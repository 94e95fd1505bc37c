/// Wilcoxon's signed rank test of changes that are as often up as down, with its effect size.
///
/// R's `wilcox.test(paired = TRUE)`: pairs without change are left out; p is counted out for fewer
/// than 50 changes without ties or zeros, else it is by the normal distribution with corrections
/// for ties and for continuity. See `SignedRanks` for what counts as a tie.
package struct WilcoxonSignedRankTest: Sendable, Equatable {
  /// The number of pairs that changed.
  package let changed: Int
  /// The number of pairs that did not, which are left out.
  package let unchanged: Int
  /// V, the sum of the ranks of the increases; 0 for nobody changed.
  package let sumOfPositiveRanks: Double
  /// Whether `p` is counted out rather than normal.
  package let isExact: Bool
  /// The two-sided p; nil where nobody changed.
  package let p: Double?
  /// The matched-pairs rank-biserial correlation, from −1, all scores fell, to 1, all rose: the
  /// difference of the positive and the negative rank sum ÷ their total (Kerby 2014, doi
  /// 10.2466/11.IT.3.1). Nil where nobody changed.
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
      // The smaller of the two sums is as extreme as the larger. Without ties they are whole.
      p = min(1, 2 * distribution.cumulativeProbability(at: min(positive, negative) / 2))
    } else {
      p = Self.normalProbability(ranks, twiceDistance: (positive - negative).magnitude)
    }
  }

  /// The normal p of a sum that is `twiceDistance`/4 from its mean, less ½ for continuity.
  private static func normalProbability(_ ranks: SignedRanks, twiceDistance: UInt) -> Double {
    guard twiceDistance > 0 else { return 1 }
    let variance = ranks.variance(tiesOf: ranks.ties.map { $0.increases + $0.decreases })
    let z = (Double(twiceDistance) / 4 - 0.5) / variance.squareRoot()
    return NormalDistribution().twoSidedProbability(beyond: z)
  }
}
