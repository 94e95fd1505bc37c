import Records
import Statistics

/// What fewer unhealthy days are estimated to have saved.
///
/// Saving per participant and year = (mean unhealthy days in 30 at baseline − at the follow-up, over
/// those scored at both) × rate per unhealthy day, participant and month × months. The interval is the
/// t interval of the mean change, carried through. Source: reconstruction of the estimate of Bravata et
/// al. 2023, doi 10.2196/48864, which names no formula that was read; see the settings for the rate's
/// own source.
package struct SavingsEstimate: Sendable {
  package let rate: SavingsRate
  package let timepoint: Timepoint
  /// Over those scored at both.
  package private(set) var pairs: ValuedChange
  /// Over everybody scored at baseline, taking those lost since then as unchanged.
  package private(set) var lostUnchanged: ValuedChange
  /// The mean of unhealthy days in 30 at baseline, of those scored at both; nil for nobody.
  package let baselineMean: Double?
  /// What the program cost per participant counted, in the rate's currency; nil where it is not known.
  package let programCost: Double?
  /// How many were asked about and enrolled by the day of the question.
  package let enrolled: Int
  /// Where those scored at baseline are at the follow-up: why some of them are in no pair. Its
  /// `enrolled` is the number of those scored at baseline.
  package let sinceBaseline: DenominatorLedger

  /// How many of those scored at baseline were lost to follow-up.
  package var lost: Int { sinceBaseline.lostToFollowUp }

  /// Money for an unhealthy day in 30 avoided, over the months that the change is taken to last.
  var worth: Double { rate.rate * rate.months }

  /// - Parameters:
  ///   - timepoint: the follow-up; the program's last by default.
  ///   - programCost: money per participant counted, 0 or more; nil where it is not known.
  /// Nil where the program has no rate, no such instrument, or no follow-up.
  package init?(
    _ table: ScoreTable, _ selection: CohortSelection, timepoint: TimepointID? = nil,
    programCost: Double? = nil
  ) {
    self.init(
      SelectedCohort(table, selection.ungrouped), timepoint: timepoint, programCost: programCost)
  }

  /// - Parameters:
  ///   - cohort: everybody asked about, in one group.
  ///   - timepoint: the follow-up; the program's last by default.
  ///   - programCost: money per participant counted, 0 or more; nil where it is not known.
  init?(
    _ cohort: SelectedCohort, timepoint: TimepointID? = nil, programCost: Double? = nil
  ) {
    let program = cohort.table.program
    let number = program.timepoints.lastIndex { timepoint == nil || $0.id == timepoint }
    guard let rate = program.settings.savings, let number, number > 0,
      let instrument = program.instruments.firstIndex(where: { $0.id == rate.instrument })
    else { return nil }
    let counted = cohort.counts(
      instrument: instrument, timepoint: number,
      baseline: cohort.baselineScores(instrument: instrument))[0]
    self.rate = rate
    self.timepoint = program.timepoints[number]
    enrolled = counted.ledger.enrolled
    sinceBaseline = counted.ledgerSinceBaseline
    baselineMean = counted.pairedSample.baseline.mean
    self.programCost = programCost
    let worth = rate.rate * rate.months
    pairs = ValuedChange(counted.pairedSample, .lowerIsBetter, worth: worth)
    lostUnchanged = ValuedChange(
      counted.pairedSample.adding(unchanged: counted.lostSample), .lowerIsBetter, worth: worth)
  }

  /// The estimate made from days avoided with one decimal, as one would by hand.
  package var coarse: SavingsEstimate {
    var estimate = self
    estimate.pairs = pairs.coarse(worth: worth)
    estimate.lostUnchanged = lostUnchanged.coarse(worth: worth)
    return estimate
  }
}

extension PairedFrequencyTable {
  /// The pairs together with people whose follow-up is taken to equal their baseline.
  fileprivate func adding(unchanged: FrequencyTable) -> PairedFrequencyTable {
    let added = zip(unchanged.values, unchanged.counts).map {
      Cell(baseline: $0, followUp: $0, count: $1)
    }
    return PairedFrequencyTable(cells: cells + added)
  }
}
