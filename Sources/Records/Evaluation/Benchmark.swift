import Instruments

/// Published changes in a group of people, to compare a cohort with.
package struct Benchmark: Sendable, Equatable {
  /// The kind of group.
  package enum Group: String, Sendable, CaseIterable {
    /// People in a program like this one.
    case program
    /// People on a waiting list: the change without any program.
    case waitingList = "waiting_list"
    /// People who received something else.
    case comparison
  }

  /// A published change of a mean.
  package struct Figure: Sendable, Equatable {
    package let instrument: InstrumentID
    /// Days from baseline to follow-up.
    package let day: Int
    /// The number of people it is based on, if published.
    package let participants: Int?
    /// Percent change of the mean from baseline.
    package let percentChange: Double
    /// True if the percentage was printed; otherwise it was computed from two printed means.
    package let isPrinted: Bool
  }

  /// A short name for tables: `published study`.
  package let name: String
  package let group: Group
  package let source: Source
  /// The limits that a reader must know before comparing a cohort with it.
  package let limits: [String]
  package let figures: [Figure]

  package init(
    name: String, group: Group, source: Source, limits: [String], figures: [Figure]
  ) {
    self.name = name
    self.group = group
    self.source = source
    self.limits = limits
    self.figures = figures
  }
}

extension Benchmark.Figure {
  /// Creates a change printed as a percentage.
  package init(
    _ instrument: InstrumentID, day: Int, percentChange: Double, participants: Int? = nil
  ) {
    self.instrument = instrument
    self.day = day
    self.participants = participants
    self.percentChange = percentChange
    isPrinted = true
  }

  /// Creates a change printed as two means: 100 × (follow-up − baseline) / baseline.
  /// - Parameter baselineMean: the mean at baseline; must not be 0.
  package init(
    _ instrument: InstrumentID, day: Int, baselineMean: Double, followUpMean: Double,
    participants: Int? = nil
  ) {
    self.instrument = instrument
    self.day = day
    self.participants = participants
    percentChange = 100 * (followUpMean - baselineMean) / baselineMean
    isPrinted = false
  }
}
