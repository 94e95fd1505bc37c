/// The changes of a paired sample, ordered by magnitude, with ties gathered.
///
/// Ranks start at 1 for the smallest magnitude; tied changes share the mean of their ranks. Pairs
/// without change have no rank (Wilcoxon's method, R's `wilcox.test`; not Pratt's).
///
/// Magnitudes that differ by no more than the rounding of the scores are tied: 64.4 − 61.4 and 66.1
/// − 63.1 are both a change of 3. R compares them bit by bit, so for scores with decimals it agrees
/// once its differences are rounded.
struct SignedRanks: Sendable {
  /// The changes of the same magnitude.
  struct Tie: Sendable {
    /// Positive, in the unit of the instrument.
    let magnitude: Double
    /// The number of scores that rose by this magnitude.
    var increases: Int
    /// The number of scores that fell by this magnitude.
    var decreases: Int
  }

  /// Ascending by magnitude.
  let ties: [Tie]
  /// The number of pairs without change.
  let zeros: Int

  init(_ sample: PairedFrequencyTable) {
    let rounding = sample.roundingOfDifferences
    let changes = sample.differences
    let ascending = zip(changes.values, changes.counts).sorted { $0.0.magnitude < $1.0.magnitude }
    var ties: [Tie] = []
    var zeros = 0
    for (change, count) in ascending {
      guard PairedFrequencyTable.isChange(change, rounding: rounding) else {
        zeros += count
        continue
      }
      // Each magnitude is compared with the smallest of its tie, so that a chain of close values
      // cannot drift.
      let isTied = ties.last.map { change.magnitude - $0.magnitude <= rounding } ?? false
      if !isTied {
        ties.append(Tie(magnitude: change.magnitude, increases: 0, decreases: 0))
      }
      if change > 0 {
        ties[ties.count - 1].increases += count
      } else {
        ties[ties.count - 1].decreases += count
      }
    }
    self.ties = ties
    self.zeros = zeros
  }

  /// The number of pairs that changed.
  var total: Int { ties.reduce(0) { $0 + $1.increases + $1.decreases } }

  /// Twice the sum of the ranks of the increases, a whole number.
  var twicePositiveSum: Int { twiceSum(of: \.increases) }

  /// Twice the sum of the ranks of the decreases, a whole number.
  var twiceNegativeSum: Int { twiceSum(of: \.decreases) }

  /// True if the distribution of the sum is that of untied ranks and R would compute it exactly:
  /// fewer than 50 changes, no ties, no pair without change.
  var hasExactDistribution: Bool {
    zeros == 0 && ties.count < 50 && ties.allSatisfy { $0.increases + $0.decreases == 1 }
  }

  /// The variance of the sum of positive ranks if both signs are equally likely, n·(n + 1)·(2n +
  /// 1)/24 − Σ(g³ − g)/48 over ties of g.
  ///
  /// - Parameter groups: the sizes of the ties.
  func variance(tiesOf groups: [Int]) -> Double {
    let n = Double(total)
    let correction = CompensatedSum(
      groups.lazy.map { size in
        let g = Double(size)
        return g * (g + 1) * (g - 1)
      })
    return n * (n + 1) * (2 * n + 1) / 24 - correction.value / 48
  }

  /// A tie of size g that follows c smaller ones has the mean rank c + (g + 1)/2.
  private func twiceSum(of part: (Tie) -> Int) -> Int {
    var sum = 0
    var smaller = 0
    for tie in ties {
      let size = tie.increases + tie.decreases
      sum += part(tie) * (2 * smaller + size + 1)
      smaller += size
    }
    return sum
  }
}
