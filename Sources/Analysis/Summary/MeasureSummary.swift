import Instruments
import Records
import Statistics

/// One instrument over all timepoints, for everybody asked about or for one group of them.
package struct MeasureSummary: Sendable {
  /// One timepoint of a measure.
  package struct AtTimepoint: Sendable {
    package let timepoint: Timepoint
    package let denominators: Denominators
    /// The same of those scored at baseline alone.
    package let denominatorsSinceBaseline: Denominators
    /// Everybody scored at this timepoint.
    package let scores: DescriptiveStatistics
    /// Nil at the baseline itself.
    package let change: ChangeSummary?
  }

  package let instrument: Instrument
  /// The group, nil where everybody is in one.
  package let group: CohortSelection.AttributeValue?
  package let timepoints: [AtTimepoint]
}

extension SelectedCohort {
  /// One measure for each group, in the order of the groups.
  func measures(instrument number: Int) -> [MeasureSummary] {
    measures(instrument: number, counts(instrument: number))
  }

  /// The same from numbers that are counted already.
  /// - Parameter counts: for each timepoint, each group's.
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
