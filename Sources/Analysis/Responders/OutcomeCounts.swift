import Statistics

/// How many people have each of several outcomes, everybody exactly one.
package struct OutcomeCounts<Outcome>: Sendable, Equatable
where Outcome: CaseIterable & Hashable & Sendable {
  private let counts: [Outcome: Int]
  /// The number of people.
  package let total: Int

  init(_ sample: PairedFrequencyTable, _ outcome: (ScorePair) -> Outcome) {
    var counts: [Outcome: Int] = [:]
    for cell in sample.cells {
      let pair = ScorePair(baseline: cell.baseline, followUp: cell.followUp)
      counts[outcome(pair), default: 0] += cell.count
    }
    self.counts = counts
    total = sample.total
  }

  /// The people with an outcome, as a share of all.
  package subscript(outcome: Outcome) -> Share { Share(counts[outcome] ?? 0, of: total) }
}
