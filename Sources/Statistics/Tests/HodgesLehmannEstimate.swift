/// The typical change that goes with Wilcoxon's signed rank test: the median of the averages of all
/// pairs of changes.
///
/// Hodges & Lehmann (1963), doi 10.1214/aoms/1177704172. Pairs without change are left out, as in
/// the test, so this is not the median of all changes and need not be near it.
///
/// R's `wilcox.test(conf.int = TRUE)` gives the same result if its p is exact. Otherwise it
/// searches, to 1e-4, for the number at which its statistic, without the continuity correction,
/// becomes 0. The statistic is a step function of that number: if the number of averages is even
/// and the two middle ones differ, it is 0 everywhere between them, and R's search ends at the
/// first number it tries there. The mean of the two is returned here. Scores in whole points have
/// averages half a point apart, so R's estimate can be off by up to 0.25 of a point; see
/// `pseudomedian_search.py` among the oracles, which repeats R's search.
package struct HodgesLehmannEstimate: Sendable, Equatable {
  /// The pseudomedian of the changes, in the unit of the instrument; nil if nobody changed.
  package let pseudomedian: Double?
  /// The interval of the pseudomedian: the numbers that, subtracted from all changes, the test does
  /// not reject. Nil if there are too few changes for the confidence level (fewer than 6 for 95 %;
  /// R lowers the confidence level then), and if all changes are equal.
  package let confidenceInterval: ConfidenceInterval?

  /// - Parameters:
  ///   - sample: any number of pairs.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  package init(_ sample: PairedFrequencyTable, confidenceLevel: Double = 0.95) {
    let ranks = SignedRanks(sample)
    guard ranks.total > 0 else {
      pseudomedian = nil
      confidenceInterval = nil
      return
    }
    let changes = ranks.changes
    let averages = WalshAverages(changes)
    pseudomedian = averages.median
    guard confidenceLevel > 0, confidenceLevel < 1, changes.values.count > 1,
      let depth = ranks.hasExactDistribution
        ? Self.exactDepth(ranks, confidenceLevel: confidenceLevel)
        : Self.normalDepth(ranks, confidenceLevel: confidenceLevel), depth >= 1
    else {
      confidenceInterval = nil
      return
    }
    confidenceInterval = ConfidenceInterval(
      lower: averages.orderStatistic(depth),
      upper: averages.orderStatistic(averages.total + 1 - depth))
  }

  /// The rank, from either end, of the first average that the exact test does not reject; 0 if it
  /// rejects none.
  private static func exactDepth(_ ranks: SignedRanks, confidenceLevel: Double) -> Int? {
    SignedRankDistribution(size: ranks.total)?.quantile((1 - confidenceLevel) / 2)
  }

  /// The same rank for the normal approximation with its corrections. Between two averages, the
  /// rank sum of the changes that exceed a number is the count of the averages that exceed it, and
  /// only changes equal in value and sign are tied.
  private static func normalDepth(_ ranks: SignedRanks, confidenceLevel: Double) -> Int? {
    guard let z = NormalDistribution().criticalValue(confidenceLevel: confidenceLevel) else {
      return nil
    }
    let groups = ranks.ties.flatMap { [$0.increases, $0.decreases] }
    let averages = Double(ranks.total) * Double(ranks.total + 1) / 2
    let rejected = averages / 2 - 0.5 - z * ranks.variance(tiesOf: groups).squareRoot()
    return Int(rejected.rounded(.down)) + 1
  }
}

extension SignedRanks {
  /// The changes that have a rank, with one value for tied ones.
  fileprivate var changes: FrequencyTable {
    let falls = ties.reversed().filter { $0.decreases > 0 }
    let rises = ties.filter { $0.increases > 0 }
    return FrequencyTable(
      sortedDistinctValues: falls.map { -$0.magnitude } + rises.map(\.magnitude),
      counts: falls.map(\.decreases) + rises.map(\.increases))
  }
}
