import Records
import Statistics

/// The estimated savings from fewer unhealthy days.
///
/// Saving per participant = (mean unhealthy days in 30 at baseline − at the follow-up, among
/// participants scored at both) × rate per unhealthy day, participant and month × months,
/// discounted if there are more than 12. The interval is computed from the t interval of the mean
/// change. Source: a reconstruction of the estimate of Bravata et al. 2023, doi 10.2196/48864,
/// which states no formula in the parts that were read; see the settings for the rate's own source.
package struct SavingsEstimate: Sendable {
  package let rate: SavingsRate
  package let timepoint: Timepoint
  /// The group; nil for all selected participants.
  package let group: CohortSelection.AttributeValue?
  /// Among participants scored at both times.
  package private(set) var pairs: ValuedChange
  /// Among all participants scored at baseline, with those lost to follow-up taken as unchanged.
  package private(set) var lostUnchanged: ValuedChange
  /// The mean of unhealthy days in 30 at baseline, among participants scored at both times; nil if
  /// there are none.
  package let baselineMean: Double?
  /// The same mean including participants lost to follow-up.
  package let baselineMeanWithLost: Double?
  /// The cost of the program; nil if it is not known.
  package let cost: ProgramCost?
  /// The number of selected participants enrolled by the as-of date.
  package private(set) var enrolled: Int
  /// The status at the follow-up of participants scored at baseline, with the reasons why some are
  /// in no pair. Its `enrolled` is the number of those scored at baseline.
  package let sinceBaseline: Denominators

  /// The number of participants scored at baseline who were lost to follow-up.
  package var lost: Int { sinceBaseline.lostToFollowUp }

  /// Among all participants enrolled, with all who are not scored at both times taken as unchanged.
  package var everyoneEnrolled: ValuedChange { pairs.spread(over: enrolled) }

  /// The months after discounting; all of them if there are no more than 12.
  package var discountedMonths: Double { rate.discounted(months: rate.months) }

  /// The estimate for all selected participants; nil if the program has no rate, no such
  /// instrument, or no follow-up.
  ///
  /// - Parameters:
  ///   - timepoint: the follow-up; the program's last by default.
  ///   - cost: nil if it is not known.
  package init?(
    _ table: CohortColumns, _ selection: CohortSelection, timepoint: TimepointID? = nil,
    cost: ProgramCost? = nil
  ) {
    self.init(SelectedCohort(table, selection.ungrouped), timepoint: timepoint, cost: cost)
  }

  /// The estimate for a cohort in one group.
  init?(_ cohort: SelectedCohort, timepoint: TimepointID? = nil, cost: ProgramCost? = nil) {
    let estimates = Self.all(in: cohort, timepoint: timepoint, cost: cost)
    guard let first = estimates.first else { return nil }
    self = first
  }

  /// One estimate for each group of the cohort, in order; none if the program has no rate, no such
  /// instrument, or no follow-up.
  static func all(
    in cohort: SelectedCohort, timepoint: TimepointID?, cost: ProgramCost?
  ) -> [SavingsEstimate] {
    let program = cohort.table.program
    let number = program.timepoints.lastIndex { timepoint == nil || $0.id == timepoint }
    guard let rate = program.settings.savings, let number, number > 0,
      let instrument = program.instruments.firstIndex(where: { $0.id == rate.instrument })
    else { return [] }
    return zip(cohort.groups, cohort.counts(instrument: instrument, timepoint: number)).map {
      SavingsEstimate(rate, program.timepoints[number], of: $0, $1, cost: cost)
    }
  }

  private init(
    _ rate: SavingsRate, _ timepoint: Timepoint, of group: CohortSelection.AttributeValue?,
    _ counted: TimepointCounts, cost: ProgramCost?
  ) {
    self.rate = rate
    self.timepoint = timepoint
    self.group = group
    self.cost = cost
    enrolled = counted.denominators.enrolled
    sinceBaseline = counted.denominatorsSinceBaseline
    let (paired, withLost) = (counted.pairedSample, counted.lostUnchangedSample)
    baselineMean = paired.baseline.mean
    baselineMeanWithLost = withLost.baseline.mean
    pairs = ValuedChange(paired, .lowerIsBetter, worth: rate.worth())
    lostUnchanged = ValuedChange(withLost, .lowerIsBetter, worth: rate.worth())
  }

  /// The estimate as a reader would compute it from shared numbers: from days avoided with one
  /// decimal and rounded numbers of people.
  package func coarse(_ policy: SmallNumberPolicy) -> SavingsEstimate {
    var estimate = self
    estimate.pairs = pairs.coarse(policy)
    estimate.lostUnchanged = lostUnchanged.coarse(policy)
    estimate.enrolled = policy.rounded(enrolled)
    return estimate
  }
}

extension SavingsRate {
  /// The money for avoiding an unhealthy day in 30 over the months that the change is assumed to
  /// last.
  ///
  /// - Parameters:
  ///   - other: replaces the rate.
  ///   - months: replaces the months.
  func worth(at other: Double? = nil, for months: Double? = nil) -> Double {
    (other ?? rate) * discounted(months: months ?? self.months)
  }

  /// The months after discounting.
  fileprivate func discounted(months: Double) -> Double {
    Discounting.presentValue(ofTime: months, year: 12, percent: appliedDiscount ?? 0)
  }
}
