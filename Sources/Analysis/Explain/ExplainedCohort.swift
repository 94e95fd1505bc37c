import Instruments
import Records
import Statistics

/// The people and the place of a number: everything needed to determine whom it includes.
struct ExplainedCohort {
  /// Without groups.
  let cohort: SelectedCohort
  /// The instrument by its position in the program; nil if the number belongs to none.
  let instrument: Int?
  /// The timepoint; nil if the number belongs to none.
  let followUp: FollowUpChoice?

  var table: CohortColumns { cohort.table }

  /// Nil for a number without an instrument.
  var baselineReader: ScoreStatusReader? {
    instrument.map { ScoreStatusReader(cohort, instrument: $0, timepoint: 0) }
  }

  /// Nil for a number without an instrument or a timepoint.
  var followUpReader: FollowUpReader? {
    guard let instrument, let followUp else { return nil }
    return FollowUpReader(cohort, instrument: instrument, followUp)
  }

  /// The same people at the first timepoint.
  var atBaseline: ExplainedCohort {
    ExplainedCohort(cohort: cohort, instrument: instrument, followUp: .timepoint(0))
  }

  /// The scores at baseline and at the timepoint of participants with both; nil for a number
  /// without an instrument or a timepoint.
  var pairs: ExplainedPairs? {
    guard let instrument, let followUp else { return nil }
    let scores = FollowedScores(cohort, instrument: instrument, followUp)
    return ExplainedPairs(
      instrument: table.program.instruments[instrument],
      rounding: scores.counts(in: cohort)[0].pairedSample.roundingOfDifferences, scores: scores,
      values: table.scoreValues)
  }
}

/// The two scores of each participant on one instrument.
package struct ExplainedPairs: Sendable {
  package let instrument: Instrument
  /// The rounding of the differences of participants with both scores.
  fileprivate let rounding: Double
  fileprivate let scores: FollowedScores
  /// The distinct scores, by their numbers in the table.
  fileprivate let values: [Double]

  /// Nil for participants without one of the scores.
  subscript(participant: Int) -> ScorePair? { scores.pair(of: participant, values) }

  /// True if the two scores differ by more than their rounding.
  package func isChanged(_ pair: ScorePair) -> Bool {
    PairedFrequencyTable.isChange(pair.change, rounding: rounding)
  }
}
