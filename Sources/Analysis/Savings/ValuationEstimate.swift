import Instruments
import Records
import Statistics

/// A mean change in money by a valuation of the program's settings.
///
/// Money per participant = mean improvement in points × rate per point and year × years that it is
/// taken to last, discounted where there is more than one. Estimates of several valuations are
/// never added: each gives the whole worth of the change.
package struct ValuationEstimate: Sendable {
  package let valuation: Valuation
  package let instrument: Instrument
  package let timepoint: Timepoint
  /// The group, nil where everybody asked about is in one.
  package let group: CohortSelection.AttributeValue?
  /// Over those scored at both times.
  package private(set) var pairs: ValuedChange
  /// Over everybody scored at baseline, taking those lost to follow-up as unchanged.
  package private(set) var lostUnchanged: ValuedChange
  /// How many of those scored at baseline were lost to follow-up.
  package let lost: Int

  /// The years that are left after discounting; all of them where there is no more than one.
  package var discountedYears: Double { valuation.discountedYears }

  /// Everybody asked about, in one group; one estimate a valuation that the program has the
  /// instrument and the follow-up of, in the order of the settings.
  /// - Parameter timepoint: the follow-up of valuations that name none; the program's last by
  ///   default.
  package static func all(
    _ table: CohortColumns, _ selection: CohortSelection, timepoint: TimepointID? = nil
  ) -> [ValuationEstimate] {
    all(in: SelectedCohort(table, selection.ungrouped), timepoint: timepoint)
  }

  /// The same for each group of a cohort, the groups of one valuation in their order.
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

  /// The estimate as one would make it by hand of numbers that are shared.
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
