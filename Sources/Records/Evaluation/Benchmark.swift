import Instruments

/// What somebody published of a group of people, to put a cohort beside.
package struct Benchmark: Sendable, Equatable {
  /// Who the people were.
  package enum Group: String, Sendable, CaseIterable {
    /// People in a program like this one.
    case program
    /// People who were still waiting for one: what happens without any.
    case waitingList = "waiting_list"
    /// People who got something else.
    case comparison
  }

  /// One published change of a mean.
  package struct Figure: Sendable, Equatable {
    package let instrument: InstrumentID
    /// Days from baseline to the follow-up.
    package let day: Int
    /// How many people it stands on, where that is published.
    package let participants: Int?
    /// Percent change of the mean from baseline.
    package let percentChange: Double
    /// Whether the percentage was printed there; else it was computed from the two printed means.
    package let isPrinted: Bool
  }

  /// A few words for tables: `published study`.
  package let name: String
  package let group: Group
  package let source: Source
  /// What a reader must know before putting anything beside it.
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
  /// A change printed as a percentage.
  package init(
    _ instrument: InstrumentID, day: Int, percentChange: Double, participants: Int? = nil
  ) {
    self.instrument = instrument
    self.day = day
    self.participants = participants
    self.percentChange = percentChange
    isPrinted = true
  }

  /// A change printed as two means: 100 × (follow-up − baseline) / baseline.
  /// - Parameter baselineMean: not 0.
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
