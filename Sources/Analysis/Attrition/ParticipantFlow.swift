import Instruments
import Records
import Statistics

/// The flow of all participants enrolled, or of one group, through the timepoints of one
/// instrument.
package struct ParticipantFlow: Sendable {
  /// The numbers at one timepoint.
  package struct AtTimepoint: Sendable {
    package let timepoint: Timepoint
    package let denominators: Denominators
    /// Participants scored here and at baseline, who are analyzed; nil at the baseline itself.
    package let pairs: Int?
    /// Participants scored at baseline who stayed, compared with those lost to follow-up; nil at
    /// the baseline itself.
    package let comparison: BaselineComparison?
  }

  package let instrument: Instrument
  /// The group; nil for all participants.
  package let group: CohortSelection.AttributeValue?
  package let timepoints: [AtTimepoint]
  package let patterns: MissingPatterns
}

extension SelectedCohort {
  /// One flow for each group, in the order of the groups.
  func flows(instrument number: Int) -> [ParticipantFlow] {
    let timepoints = table.program.timepoints
    let baseline = baselineScores(instrument: number)
    let readers = timepoints.indices.map {
      ScoreStatusReader(self, instrument: number, timepoint: $0)
    }
    let counts = timepoints.indices.map {
      self.counts(instrument: number, timepoint: $0, baseline: baseline)
    }
    let attributes = timepoints.indices.dropFirst().map {
      attributeCounts(readers[$0], baseline: baseline)
    }
    let patterns = missingPatterns(readers)
    return groups.indices.map { group in
      ParticipantFlow(
        instrument: table.program.instruments[number], group: groups[group],
        timepoints: timepoints.indices.map { index in
          let counted = counts[index][group]
          let sample = counted.pairedSample
          return .init(
            timepoint: timepoints[index], denominators: counted.denominators,
            pairs: index == 0 ? nil : sample.total,
            comparison: index == 0
              ? nil
              : BaselineComparison(
                stayed: sample.baseline, left: counted.lostSample,
                attributes: attributes[index - 1][group]))
        },
        patterns: patterns[group])
    }
  }
}
