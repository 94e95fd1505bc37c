/// A sample of pairs, kept as its distinct (baseline, follow-up) pairs and the count of each.
///
/// Results computed from it do not depend, to the last bit, on the order of the participants or the
/// division of the cohort for counting; see `FrequencyTable`.
package struct PairedFrequencyTable: Sendable, Equatable {
  /// One distinct pair of scores.
  package struct Cell: Sendable, Equatable {
    /// The score at baseline, finite, in the unit of the instrument.
    package let baseline: Double
    /// The score at follow-up, in the same unit.
    package let followUp: Double
    /// The number of participants with this pair, at least 1.
    package let count: Int

    /// A pair of scores that `count` participants share.
    package init(baseline: Double, followUp: Double, count: Int) {
      self.baseline = baseline
      self.followUp = followUp
      self.count = count
    }
  }

  /// The distinct pairs, ascending by baseline, then by follow-up.
  package let cells: [Cell]
  /// The number of pairs in the sample.
  package let total: Int

  /// Counts pairs of finite scores given in any order; −0 counts as 0.
  package init(_ pairs: some Sequence<(baseline: Double, followUp: Double)>) {
    self.init(
      cells: pairs.lazy.map { Cell(baseline: $0.baseline, followUp: $0.followUp, count: 1) })
  }

  /// Gathers cells given in any order. Equal pairs are added up, so the concatenated cells of
  /// several parts of a cohort give the table of the whole cohort.
  package init(cells: some Sequence<Cell>) {
    var occurrences: [Pair: Int] = [:]
    for cell in cells {
      precondition(cell.baseline.isFinite && cell.followUp.isFinite, "scores are finite")
      precondition(cell.count > 0, "counts are positive")
      // Adding +0 turns −0 into 0: the two are one key, and which of them was kept is arbitrary.
      let pair = Pair(baseline: cell.baseline + 0, followUp: cell.followUp + 0)
      occurrences[pair, default: 0] += cell.count
    }
    self.cells = occurrences.map {
      Cell(baseline: $0.key.baseline, followUp: $0.key.followUp, count: $0.value)
    }.sorted { ($0.baseline, $0.followUp) < ($1.baseline, $1.followUp) }
    self.total = occurrences.values.reduce(0, +)
  }

  /// The baseline scores of the pairs.
  package var baseline: FrequencyTable { table(of: \.baseline) }

  /// The follow-up scores of the pairs.
  package var followUp: FrequencyTable { table(of: \.followUp) }

  /// The changes, follow-up − baseline. Changes within `roundingOfDifferences` of each other become
  /// one value, their mean, so that a sample whose changes are all equal has no spread at all.
  package var differences: FrequencyTable {
    let exact = table { $0.followUp - $0.baseline }
    let rounding = roundingOfDifferences
    let gaps = zip(exact.values.dropFirst(), exact.values).lazy.map { $0 - $1 }
    guard gaps.contains(where: { $0 <= rounding }) else { return exact }
    // Each value is compared with the smallest of its group, so that a chain of close values cannot
    // drift.
    var alike: [(smallest: Double, values: [Double], counts: [Int])] = []
    for (value, count) in zip(exact.values, exact.counts) {
      if let last = alike.last, value - last.smallest <= rounding {
        alike[alike.count - 1].values.append(value)
        alike[alike.count - 1].counts.append(count)
      } else {
        alike.append((value, [value], [count]))
      }
    }
    let tables = alike.map { FrequencyTable(sortedDistinctValues: $0.values, counts: $0.counts) }
    return FrequencyTable(
      sortedDistinctValues: zip(alike, tables).map { $1.mean ?? $0.smallest },
      counts: tables.map(\.total))
  }

  /// The largest distance at which two changes still count as equal, in the unit of the instrument.
  ///
  /// Scores such as 64.4 are rounded when they become binary, so 64.4 − 61.4 and 66.1 − 63.1 differ
  /// in their last bits. A difference is off by at most 2ε times the largest score: ½ε for each of
  /// the two scores and, since it may be twice as large, ε for the subtraction. Differences within
  /// 4ε of each other are therefore treated as equal.
  package var roundingOfDifferences: Double {
    4 * Double.ulpOfOne * cells.reduce(0) { max($0, $1.baseline.magnitude, $1.followUp.magnitude) }
  }

  /// True if a difference, follow-up − baseline, is a change at all.
  ///
  /// - Parameter rounding: `roundingOfDifferences` of the sample.
  package static func isChange(_ difference: Double, rounding: Double) -> Bool {
    difference.magnitude > rounding
  }

  /// The standard deviation of the changes, denominator n − 1; nil for fewer than two pairs,
  /// exactly 0 if all pairs changed equally. R's `t.test` likewise refuses data that are
  /// "essentially constant".
  package var standardDeviationOfDifferences: Double? { differences.standardDeviation }

  /// The sample covariance of baseline and follow-up, denominator n − 1, by the two-pass form; nil
  /// for fewer than two pairs. Its unit is the square of the instrument's.
  package var covariance: Double? {
    guard total > 1, let baselineMean = baseline.mean, let followUpMean = followUp.mean else {
      return nil
    }
    let products = cells.lazy.map {
      ($0.baseline - baselineMean) * ($0.followUp - followUpMean) * Double($0.count)
    }
    return CompensatedSum(products).value / Double(total - 1)
  }

  /// The frequency table of a quantity computed for each pair.
  private func table(of quantity: (Cell) -> Double) -> FrequencyTable {
    var occurrences: [Double: Int] = [:]
    for cell in cells { occurrences[quantity(cell), default: 0] += cell.count }
    return FrequencyTable(occurrences: occurrences)
  }

  private struct Pair: Hashable {
    let baseline: Double
    let followUp: Double
  }
}
