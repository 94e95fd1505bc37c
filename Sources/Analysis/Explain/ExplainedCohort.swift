import Instruments
import Records
import Statistics

/// The people whom a number is about, and where it stands: what it takes to say whom it includes.
struct ExplainedCohort {
  /// Without groups.
  let cohort: SelectedCohort
  /// By its position in the program; nil where the number is of none.
  let instrument: Int?
  /// The timepoint; nil where the number is of none.
  let followUp: FollowUpChoice?

  var table: CohortColumns { cohort.table }

  /// Nil for a number of no instrument.
  var baselineReader: ScoreStatusReader? {
    instrument.map { ScoreStatusReader(cohort, instrument: $0, timepoint: 0) }
  }

  /// Nil for a number of no instrument or of no timepoint.
  var followUpReader: FollowUpReader? {
    guard let instrument, let followUp else { return nil }
    return FollowUpReader(cohort, instrument: instrument, followUp)
  }

  /// The same people at the first timepoint.
  var atBaseline: ExplainedCohort {
    ExplainedCohort(cohort: cohort, instrument: instrument, followUp: .timepoint(0))
  }

  /// The scores at baseline and at the timepoint of those who have both; nil for a number of no
  /// instrument or of no timepoint.
  var pairs: ExplainedPairs? {
    guard let instrument, let followUp else { return nil }
    let scores = FollowedScores(cohort, instrument: instrument, followUp)
    return ExplainedPairs(
      instrument: table.program.instruments[instrument],
      rounding: scores.counts(in: cohort)[0].pairedSample.roundingOfDifferences, scores: scores,
      values: table.scoreValues)
  }
}

/// Everybody's two scores of an instrument.
package struct ExplainedPairs: Sendable {
  package let instrument: Instrument
  /// Of the differences of those who have both scores.
  fileprivate let rounding: Double
  fileprivate let scores: FollowedScores
  /// The different scores, by their numbers in the table.
  fileprivate let values: [Double]

  /// Nil for those who lack one of the scores.
  subscript(participant: Int) -> ScorePair? { scores.pair(of: participant, values) }

  /// Whether the two scores differ by more than their rounding.
  package func isChanged(_ pair: ScorePair) -> Bool {
    PairedFrequencyTable.isChange(pair.change, rounding: rounding)
  }
}
