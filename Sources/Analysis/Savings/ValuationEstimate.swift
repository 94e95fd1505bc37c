import Instruments
import Records
import Statistics

/// A mean change in money by a valuation of the program's settings, over those scored at both times.
///
/// Money per participant = mean improvement in points × rate per point and year × years that it is taken
/// to last. Estimates of several valuations are never added: each gives the whole worth of the change.
package struct ValuationEstimate: Sendable {
  package let valuation: Valuation
  package let instrument: Instrument
  package let timepoint: Timepoint
  package private(set) var pairs: ValuedChange

  /// Everybody asked about, in one group; one estimate a valuation that the program has the instrument
  /// and the follow-up of, in the order of the settings.
  /// - Parameter timepoint: the follow-up of valuations that name none; the program's last by default.
  package static func all(
    _ table: ScoreTable, _ selection: CohortSelection, timepoint: TimepointID? = nil
  ) -> [ValuationEstimate] {
    let cohort = SelectedCohort(table, selection.ungrouped)
    return table.program.settings.valuations.compactMap {
      ValuationEstimate($0, of: cohort, timepoint: timepoint)
    }
  }

  private init?(
    _ valuation: Valuation, of cohort: SelectedCohort, timepoint: TimepointID?
  ) {
    let program = cohort.table.program
    let wanted = valuation.timepoint ?? timepoint
    let number = program.timepoints.lastIndex { wanted == nil || $0.id == wanted }
    guard let number, number > 0,
      let position = program.instruments.firstIndex(where: { $0.id == valuation.instrument })
    else { return nil }
    let counted = cohort.counts(
      instrument: position, timepoint: number,
      baseline: cohort.baselineScores(instrument: position))[0]
    self.valuation = valuation
    instrument = program.instruments[position]
    self.timepoint = program.timepoints[number]
    pairs = ValuedChange(
      counted.pairedSample, instrument.direction, worth: valuation.worthOfAPoint)
  }

  /// The estimate made from an improvement with one decimal.
  package var coarse: ValuationEstimate {
    var estimate = self
    estimate.pairs = pairs.coarse(worth: valuation.worthOfAPoint)
    return estimate
  }
}

extension Valuation {
  /// Money for one point of improvement over the years that it is taken to last.
  fileprivate var worthOfAPoint: Double { rate * persistenceYears }
}
