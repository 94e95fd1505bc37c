import Instruments
import Records
import Statistics

/// One instrument over all timepoints, with everything that is known of its change, for everybody asked
/// about or for one group of them.
package struct MeasureChange: Sendable {
  /// One timepoint of a measure.
  package struct AtTimepoint: Sendable {
    package let timepoint: Timepoint
    package let ledger: DenominatorLedger
    /// Everybody scored at this timepoint.
    package let scores: DescriptiveStatistics
    package let ends: ScoreEnds
    /// Nil where fewer than two complete forms with different totals were entered.
    package let reliability: CronbachAlpha?
    /// Nil at the baseline itself.
    package internal(set) var change: ChangeDetail?
  }

  package let instrument: Instrument
  /// The group, nil for everybody.
  package let group: CohortSelection.AttributeValue?
  package internal(set) var timepoints: [AtTimepoint]
}

extension MeasureChange {
  /// The measures with p values adjusted by Holm's method: all tests of one kind within a group are one
  /// family, over every instrument and timepoint.
  static func adjusted(_ measures: [MeasureChange]) -> [MeasureChange] {
    var measures = measures
    let families = Dictionary(grouping: measures.indices) { measures[$0].group?.value }
    for family in families.values {
      let places = family.flatMap { measure in
        measures[measure].timepoints.indices.map { (measure, $0) }
      }.filter { measures[$0.0].timepoints[$0.1].change != nil }
      let details = places.map { measures[$0.0].timepoints[$0.1].change }
      let t = HolmAdjustment.adjusted(details.map { $0?.summary.test.p })
      let wilcoxon = HolmAdjustment.adjusted(details.map { $0?.wilcoxon.p })
      for (number, place) in places.enumerated() {
        measures[place.0].timepoints[place.1].change?.adjustedP = t[number]
        measures[place.0].timepoints[place.1].change?.adjustedWilcoxonP = wilcoxon[number]
      }
    }
    return measures
  }
}

extension SelectedCohort {
  /// One measure for each group, in the order of the groups.
  func changes(instrument number: Int) -> [MeasureChange] {
    let instrument = table.program.instruments[number]
    let timepoints = table.program.timepoints
    let baseline = baselineScores(instrument: number)
    let counts = timepoints.indices.map {
      self.counts(instrument: number, timepoint: $0, baseline: baseline)
    }
    let reliability = timepoints.indices.map {
      itemMoments(instrument: number, timepoint: $0).map { CronbachAlpha($0) }
    }
    return groups.indices.map { group in
      MeasureChange(
        instrument: instrument, group: groups[group],
        timepoints: timepoints.indices.map { index in
          let counted = counts[index][group]
          let sample = counted.sample
          return .init(
            timepoint: timepoints[index], ledger: counted.ledger,
            scores: DescriptiveStatistics(sample), ends: ScoreEnds(sample, instrument),
            reliability: reliability[index][group],
            change: index == 0 ? nil : ChangeDetail(counted.pairedSample, instrument))
        })
    }
  }
}
