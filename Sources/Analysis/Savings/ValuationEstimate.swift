import Instruments
import Records
import Statistics

/// A mean change in money by a valuation in the program's settings.
///
/// Money per participant = mean improvement in points × rate per point and year × years that it is
/// assumed to last, discounted if there is more than one. Estimates of several valuations are never
/// added: each gives the whole value of the change.
package struct ValuationEstimate: Sendable {
  package let valuation: Valuation
  package let instrument: Instrument
  package let timepoint: Timepoint
  /// The group; nil for all selected participants.
  package let group: CohortSelection.AttributeValue?
  /// Among participants scored at both times.
  package private(set) var pairs: ValuedChange
  /// Among all participants scored at baseline, with those lost to follow-up taken as unchanged.
  package private(set) var lostUnchanged: ValuedChange
  /// The number of participants scored at baseline who were lost to follow-up.
  package let lost: Int

  /// The years after discounting; all of them if there is no more than one.
  package var discountedYears: Double { valuation.discountedYears }

  /// The estimates for all selected participants, one for each valuation whose instrument and
  /// follow-up the program has, in the order of the settings.
  ///
  /// - Parameter timepoint: the follow-up of valuations that do not name one; the program's last by
  ///   default.
  package static func all(
    _ table: CohortColumns, _ selection: CohortSelection, timepoint: TimepointID? = nil
  ) -> [ValuationEstimate] {
    all(in: SelectedCohort(table, selection.ungrouped), timepoint: timepoint)
  }

  /// The same for each group of a cohort, with the groups of one valuation in order.
  static func all(in cohort: SelectedCohort, timepoint: TimepointID?) -> [ValuationEstimate] {
    let program = cohort.table.program
    return program.settings.valuations.flatMap { valuation -> [ValuationEstimate] in
      let wanted = valuation.timepoint ?? timepoint
      let number = program.timepoints.lastIndex { wanted == nil || $0.id == wanted }
      guard let number, number > 0,
        let position = program.instruments.firstIndex(where: { $0.id == valuation.instrument })
      else { return [] }
      return zip(cohort.groups, cohort.counts(instrument: position, timepoint: number)).map {
        ValuationEstimate(
          valuation, program.instruments[position], program.timepoints[number], of: $0, $1)
      }
    }
  }

  private init(
    _ valuation: Valuation, _ instrument: Instrument, _ timepoint: Timepoint,
    of group: CohortSelection.AttributeValue?, _ counted: TimepointCounts
  ) {
    self.valuation = valuation
    self.instrument = instrument
    self.timepoint = timepoint
    self.group = group
    let worth = valuation.rate * valuation.discountedYears
    pairs = ValuedChange(counted.pairedSample, instrument.direction, worth: worth)
    lostUnchanged = ValuedChange(
      counted.lostUnchangedSample, instrument.direction, worth: worth)
    lost = counted.denominatorsSinceBaseline.lostToFollowUp
  }

  /// The estimate as a reader would compute it from shared numbers.
  package func coarse(_ policy: SmallNumberPolicy) -> ValuationEstimate {
    var estimate = self
    estimate.pairs = pairs.coarse(policy)
    estimate.lostUnchanged = lostUnchanged.coarse(policy)
    return estimate
  }
}

extension Valuation {
  fileprivate var discountedYears: Double {
    Discounting.presentValue(ofTime: persistenceYears, year: 1, percent: appliedDiscount ?? 0)
  }
}
