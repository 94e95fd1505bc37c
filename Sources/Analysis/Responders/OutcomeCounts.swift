import Statistics

/// The number of people with each of several outcomes; everyone has exactly one.
package struct OutcomeCounts<Outcome>: Sendable, Equatable
where Outcome: CaseIterable & Equatable & Sendable {
  /// The counts, in the order of all outcomes.
  private let counts: [Int]
  /// The number of people.
  package let total: Int

  init(_ sample: PairedFrequencyTable, _ outcome: (ScorePair) -> Outcome) {
    let outcomes = sample.cells.map { cell in
      outcome(ScorePair(baseline: cell.baseline, followUp: cell.followUp))
    }
    counts = Outcome.allCases.map { one in
      zip(outcomes, sample.cells).reduce(0) { $0 + ($1.0 == one ? $1.1.count : 0) }
    }
    total = sample.total
  }

  /// The people with an outcome, as a share of all.
  package subscript(outcome: Outcome) -> Share {
    let count = zip(Outcome.allCases, counts).first { $0.0 == outcome }?.1 ?? 0
    return Share(count, of: total)
  }
}
