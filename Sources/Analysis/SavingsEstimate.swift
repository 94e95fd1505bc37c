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
  /// Money for a number of people, with what it stands on.
  package struct Amount: Sendable, Equatable {
    /// How many people it is a mean over.
    package let participants: Int
    /// Mean unhealthy days avoided in 30 days; negative where there were more.
    package let daysAvoided: Double?
    package let daysAvoidedInterval: ConfidenceInterval?
    package let perParticipant: Double?
    package let perParticipantInterval: ConfidenceInterval?
    /// For all these people together.
    package let total: Double?
  }

  package let rate: SavingsRate
  package let timepoint: Timepoint
  /// Over those scored at both.
  package private(set) var pairs: Amount
  /// Over everybody scored at baseline, taking those lost since then as unchanged.
  package private(set) var lostUnchanged: Amount
  /// How many were asked about and enrolled by the day of the question.
  package let enrolled: Int
  /// Where those scored at baseline are at the follow-up: why some of them are in no pair. Its
  /// `enrolled` is the number of those scored at baseline.
  package let sinceBaseline: DenominatorLedger

  /// How many were scored at baseline and not at the follow-up, although it was due.
  package var lost: Int {
    sinceBaseline.enrolled - sinceBaseline.scored - sinceBaseline.notDue
  }

  /// - Parameter timepoint: the follow-up; the program's last by default.
  /// Nil where the program has no rate, no such instrument, or no follow-up.
  package init?(_ table: ScoreTable, _ selection: CohortSelection, timepoint: TimepointID? = nil) {
    self.init(SelectedCohort(table, selection.ungrouped), timepoint: timepoint)
  }

  /// - Parameters:
  ///   - cohort: everybody asked about, in one group.
  ///   - timepoint: the follow-up; the program's last by default.
  init?(_ cohort: SelectedCohort, timepoint: TimepointID? = nil) {
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
    pairs = Amount(counted.pairedSample, rate)
    lostUnchanged = Amount(counted.pairedSample.adding(unchanged: counted.lostSample), rate)
  }
}

extension SavingsEstimate.Amount {
  fileprivate init(_ sample: PairedFrequencyTable, _ rate: SavingsRate) {
    let test = PairedTTest(sample)
    self.init(
      participants: test.pairs, daysAvoided: test.meanChange.map { -$0 },
      interval: test.confidenceInterval.map {
        ConfidenceInterval(lower: -$0.upper, upper: -$0.lower)
      }, rate)
  }

  private init(
    participants: Int, daysAvoided: Double?, interval: ConfidenceInterval?, _ rate: SavingsRate
  ) {
    let worth = rate.rate * rate.months
    self.participants = participants
    self.daysAvoided = daysAvoided
    daysAvoidedInterval = interval
    perParticipant = daysAvoided.map { $0 * worth }
    perParticipantInterval = interval.map {
      ConfidenceInterval(lower: $0.lower * worth, upper: $0.upper * worth)
    }
    total = perParticipant.map { $0 * Double(participants) }
  }
}

extension SavingsEstimate {
  /// The estimate made from days avoided with one decimal, as one would by hand.
  package var coarse: SavingsEstimate {
    var estimate = self
    estimate.pairs = pairs.coarse(rate)
    estimate.lostUnchanged = lostUnchanged.coarse(rate)
    return estimate
  }
}

extension SavingsEstimate.Amount {
  fileprivate func coarse(_ rate: SavingsRate) -> SavingsEstimate.Amount {
    let rounded = { (value: Double) in (value * 10).rounded() / 10 + 0 }
    return .init(
      participants: participants, daysAvoided: daysAvoided.map(rounded),
      interval: daysAvoidedInterval.map {
        ConfidenceInterval(lower: rounded($0.lower), upper: rounded($0.upper))
      }, rate)
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
