/// The timepoints at which a participant was scored.
package struct ObservedTimepoints: Sendable, Hashable, Comparable {
  /// Bit t is set if there is a score at timepoint t.
  package var bits: UInt64

  /// The timepoints with a score, ascending, from 0.
  package init(_ timepoints: some Sequence<Int>) {
    bits = timepoints.reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// The timepoints with a score, ascending, from 0.
  package var timepoints: [Int] { (0..<64).filter { contains($0) } }

  /// True if there is a score at a timepoint.
  package func contains(_ timepoint: Int) -> Bool { bits & (1 << UInt64(timepoint)) != 0 }

  package static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}

/// Everything that a normal model needs to know about the participants of one group who were scored
/// at the same timepoints: their number, their means, and the covariation of their scores.
package struct PatternMoments: Sendable, Equatable {
  /// The group's number, from 0.
  package let group: Int
  /// The timepoints at which these participants have scores.
  package let observed: ObservedTimepoints
  /// The number of participants, at least 1.
  package let participants: Int
  /// The mean at each observed timepoint, in the unit of the instrument.
  package let means: [Double]
  /// Σ (y − mean)·(y − mean)' over the participants; a row and a column for each observed
  /// timepoint.
  package let crossProducts: Matrix

  /// Moments computed elsewhere; `means` and `crossProducts` are in the order of the timepoints.
  package init(
    group: Int = 0, observed: ObservedTimepoints, participants: Int, means: [Double],
    crossProducts: Matrix
  ) {
    self.group = group
    self.observed = observed
    self.participants = participants
    self.means = means
    self.crossProducts = crossProducts
  }
}
