import Instruments
import Records
import Statistics

/// One instrument at all timepoints, for all selected participants or for one group.
package struct MeasureSummary: Sendable {
  /// One timepoint of a measure.
  package struct AtTimepoint: Sendable {
    package let timepoint: Timepoint
    package let denominators: Denominators
    /// The denominators among participants scored at baseline.
    package let denominatorsSinceBaseline: Denominators
    /// The scores of all participants scored at this timepoint.
    package let scores: DescriptiveStatistics
    /// Nil at the baseline itself.
    package let change: ChangeSummary?
  }

  package let instrument: Instrument
  /// The group; nil for all selected participants.
  package let group: CohortSelection.AttributeValue?
  package let timepoints: [AtTimepoint]
}

extension SelectedCohort {
  /// One measure for each group, in the order of the groups.
  func measures(instrument number: Int) -> [MeasureSummary] {
    measures(instrument: number, counts(instrument: number))
  }

  /// The same, from counts made before.
  ///
  /// - Parameter counts: for each timepoint, the counts of each group.
  func measures(instrument number: Int, _ counts: [[TimepointCounts]]) -> [MeasureSummary] {
    let instrument = table.program.instruments[number]
    let timepoints = table.program.timepoints
    return groups.enumerated().map { position, group in
      MeasureSummary(
        instrument: instrument, group: group,
        timepoints: timepoints.indices.map { index in
          let counted = counts[index][position]
          return .init(
            timepoint: timepoints[index], denominators: counted.denominators,
            denominatorsSinceBaseline: counted.denominatorsSinceBaseline,
            scores: DescriptiveStatistics(counted.sample),
            change: index == 0 ? nil : ChangeSummary(counted.pairedSample, instrument))
        })
    }
  }

  /// One instrument's assessments, counted at each timepoint for each group.
  func counts(instrument number: Int) -> [[TimepointCounts]] {
    let baseline = baselineScores(instrument: number)
    return table.program.timepoints.indices.map {
      counts(instrument: number, timepoint: $0, baseline: baseline)
    }
  }
}
