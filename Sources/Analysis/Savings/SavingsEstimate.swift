import Records
import Statistics

/// What fewer unhealthy days are estimated to have saved.
///
/// Saving per participant = (mean unhealthy days in 30 at baseline − at the follow-up, over those
/// scored at both) × rate per unhealthy day, participant and month × months, discounted where there
/// are more than 12. The interval is the t interval of the mean change, carried through. Source:
/// reconstruction of the estimate of Bravata et al. 2023, doi 10.2196/48864, which names no formula
/// that was read; see the settings for the rate's own source.
package struct SavingsEstimate: Sendable {
  package let rate: SavingsRate
  package let timepoint: Timepoint
  /// The group, nil where everybody asked about is in one.
  package let group: CohortSelection.AttributeValue?
  /// Over those scored at both.
  package private(set) var pairs: ValuedChange
  /// Over everybody scored at baseline, taking those lost to follow-up as unchanged.
  package private(set) var lostUnchanged: ValuedChange
  /// The mean of unhealthy days in 30 at baseline, of those scored at both; nil for nobody.
  package let baselineMean: Double?
  /// The same of those scored at both and those lost to follow-up.
  package let baselineMeanWithLost: Double?
  /// What the program cost; nil where it is not known.
  package let cost: ProgramCost?
  /// How many were asked about and enrolled by the day of the question.
  package private(set) var enrolled: Int
  /// Where those scored at baseline are at the follow-up: why some of them are in no pair. Its
  /// `enrolled` is the number of those scored at baseline.
  package let sinceBaseline: Denominators

  /// How many of those scored at baseline were lost to follow-up.
  package var lost: Int { sinceBaseline.lostToFollowUp }

  /// Over everyone enrolled, taking all who are not scored at both as unchanged.
  package var everyoneEnrolled: ValuedChange { pairs.spread(over: enrolled) }

  /// The months that are left after discounting; all of them where there are no more than 12.
  package var discountedMonths: Double { rate.discounted(months: rate.months) }

  /// The estimate of everybody asked about; nil where the program has no rate, no such instrument,
  /// or no follow-up.
  /// - Parameters:
  ///   - timepoint: the follow-up; the program's last by default.
  ///   - cost: nil where it is not known.
  package init?(
    _ table: CohortColumns, _ selection: CohortSelection, timepoint: TimepointID? = nil,
    cost: ProgramCost? = nil
  ) {
    self.init(SelectedCohort(table, selection.ungrouped), timepoint: timepoint, cost: cost)
  }

  /// The estimate of a cohort in one group.
  init?(_ cohort: SelectedCohort, timepoint: TimepointID? = nil, cost: ProgramCost? = nil) {
    let estimates = Self.all(in: cohort, timepoint: timepoint, cost: cost)
    guard let first = estimates.first else { return nil }
    self = first
  }

  /// One estimate a group of the cohort, in their order; none where the program has no rate, no
  /// such instrument, or no follow-up.
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

  /// The estimate as one would make it by hand of numbers that are shared: of days avoided with one
  /// decimal and of rounded numbers of people.
  package func coarse(_ policy: SmallNumberPolicy) -> SavingsEstimate {
    var estimate = self
    estimate.pairs = pairs.coarse(policy)
    estimate.lostUnchanged = lostUnchanged.coarse(policy)
    estimate.enrolled = policy.rounded(enrolled)
    return estimate
  }
}

extension SavingsRate {
  /// Money for an unhealthy day in 30 avoided, over the months that the change is taken to last.
  /// - Parameters:
  ///   - other: in the place of the rate.
  ///   - months: in the place of the months.
  func worth(at other: Double? = nil, for months: Double? = nil) -> Double {
    (other ?? rate) * discounted(months: months ?? self.months)
  }

  /// The months that are left after discounting.
  fileprivate func discounted(months: Double) -> Double {
    Discounting.presentValue(ofTime: months, year: 12, percent: appliedDiscount ?? 0)
  }
}
