import Instruments
import Records
import Statistics

/// One instrument at all timepoints, with all results about its change, for all selected
/// participants or for one group.
package struct MeasureChange: Sendable {
  /// The results of a summary.
  package let summary: MeasureSummary
  /// One for each timepoint, in order.
  package internal(set) var details: [TimepointDetail]
}

/// The results for one timepoint of a measure that a summary does not have.
package struct TimepointDetail: Sendable {
  package let ends: ScoreEnds
  /// Nil if fewer than two complete forms with different totals were entered.
  package let reliability: CronbachAlpha?
  /// Nil at the baseline itself.
  package internal(set) var change: ChangeDetail?
}

extension MeasureChange {
  /// The measures with p-values adjusted by Holm's method: all tests of one kind within a group are
  /// one family, over every instrument and timepoint.
  static func adjusted(_ measures: [MeasureChange]) -> [MeasureChange] {
    var measures = measures
    for family in Dictionary(grouping: measures.indices, by: { measures[$0].summary.group }).values
    {
      let places = family.flatMap { measure in
        measures[measure].details.indices.map { (measure, $0) }
      }.filter { measures[$0.0].details[$0.1].change != nil }
      let t = HolmAdjustment.adjusted(
        places.map { measures[$0.0].summary.timepoints[$0.1].change?.test.p })
      let wilcoxon = HolmAdjustment.adjusted(
        places.map { measures[$0.0].details[$0.1].change?.wilcoxon.p })
      for (number, place) in places.enumerated() {
        measures[place.0].details[place.1].change?.adjustedP = t[number]
        measures[place.0].details[place.1].change?.adjustedWilcoxonP = wilcoxon[number]
      }
    }
    return measures
  }
}

extension SelectedCohort {
  /// One measure for each group, in the order of the groups.
  func changes(instrument number: Int) -> [MeasureChange] {
    let instrument = table.program.instruments[number]
    let counts = counts(instrument: number)
    let reliability = counts.indices.map {
      itemMoments(instrument: number, timepoint: $0).map { CronbachAlpha($0) }
    }
    return measures(instrument: number, counts).enumerated().map { group, summary in
      MeasureChange(
        summary: summary,
        details: counts.indices.map { index in
          TimepointDetail(
            ends: ScoreEnds(counts[index][group].sample, instrument),
            reliability: reliability[index][group],
            change: index == 0
              ? nil : ChangeDetail(counts[index][group].pairedSample, instrument))
        })
    }
  }
}
