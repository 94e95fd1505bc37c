import Instruments
import Records
import Statistics

/// One instrument over all timepoints, for everybody asked about or for one group of them.
package struct MeasureSummary: Sendable {
  /// One timepoint of a measure.
  package struct AtTimepoint: Sendable {
    package let timepoint: Timepoint
    package let ledger: DenominatorLedger
    /// The same of those scored at baseline alone.
    package let ledgerSinceBaseline: DenominatorLedger
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
    let instrument = table.program.instruments[number]
    let timepoints = table.program.timepoints
    let baseline = baselineScores(instrument: number)
    let counts = timepoints.indices.map {
      self.counts(instrument: number, timepoint: $0, baseline: baseline)
    }
    return groups.enumerated().map { position, group in
      MeasureSummary(
        instrument: instrument, group: group,
        timepoints: timepoints.indices.map { index in
          let counted = counts[index][position]
          return .init(
            timepoint: timepoints[index], ledger: counted.ledger,
            ledgerSinceBaseline: counted.ledgerSinceBaseline,
            scores: DescriptiveStatistics(counted.sample),
            change: index == 0 ? nil : ChangeSummary(counted.pairedSample, instrument))
        })
    }
  }
}
