import Instruments
import Records
import Statistics

/// The answer of `outcomes responders`: the numbers of participants who changed by more than
/// measurement error or by an important amount, for better and for worse.
package struct ResponderAnalysis: Sendable {
  package let program: String
  package let selection: CohortSelection
  package let question: ResponderQuestion
  /// The follow-up; nil if it is each participant's last scored one.
  package let timepoint: Timepoint?
  /// The number of selected participants enrolled by the as-of date.
  package let enrolled: Int
  /// In the program's order of instruments; for each, all participants first, then the groups in
  /// order.
  package let measures: [MeasureResponders]
  /// All participants first, then the groups; empty unless both instruments are selected.
  package let talkingTherapies: [TalkingTherapies]
  /// All participants first, then the groups; empty without PHQ-9.
  package let depression: [DepressionResponse]
  /// Each participant's change; nil unless requested.
  package let participants: ParticipantChanges?

  /// - Parameters:
  ///   - table: read with its answers if reliability is to be computed from them.
  ///   - instruments: the instruments to analyze, by their positions in the program.
  package init(
    _ table: CohortColumns, _ selection: CohortSelection, _ question: ResponderQuestion,
    instruments: [Int]
  ) {
    let whole = SelectedCohort(table, selection.ungrouped)
    let cohorts = [whole] + (selection.groupedBy == nil ? [] : [SelectedCohort(table, selection)])
    let program = table.program
    self.program = program.settings.name
    self.selection = selection
    self.question = question
    enrolled = whole.enrolled(in: 0)
    timepoint =
      switch question.followUp {
      case .timepoint(let position): program.timepoints[position]
      case .lastOfEach: nil
      }

    var measures: [MeasureResponders] = []
    var participants = question.listsParticipants ? ParticipantChanges(table) : nil
    var followed: [InstrumentID: FollowedScores] = [:]
    for number in instruments {
      let instrument = program.instruments[number]
      let scores = FollowedScores(whole, instrument: number, question.followUp)
      let criteria = ChangeCriteria(question, scores, instrument: number, in: whole)
      for cohort in cohorts {
        measures += zip(cohort.groups, scores.counts(in: cohort)).map { group, counts in
          MeasureResponders(counts.pairedSample, of: instrument, group: group, criteria)
        }
      }
      participants?.add(whole, scores, of: instrument, criteria)
      followed[instrument.id] = scores
    }
    self.measures = measures
    self.participants = participants

    let both = TalkingTherapies.Reader(
      program.instruments, followed, values: table.scoreValues)
    talkingTherapies = both.map { both in cohorts.flatMap { $0.talkingTherapies(both) } } ?? []
    let depression = DepressionResponse.instrument.flatMap { followed[$0] }.map {
      DepressionResponse.Reader($0, values: table.scoreValues)
    }
    self.depression =
      depression.map { reader in cohorts.flatMap { $0.depressionResponse(reader) } } ?? []
  }
}

extension ChangeCriteria {
  /// The criteria for all participants, from a cohort without groups.
  fileprivate init(
    _ question: ResponderQuestion, _ scores: FollowedScores, instrument number: Int,
    in cohort: SelectedCohort
  ) {
    let counts = scores.counts(in: cohort)[0]
    self.init(
      question, cohort.table.program.instruments[number], pairs: counts.pairedSample,
      baselines: FrequencyTable(merging: [counts.pairedSample.baseline, counts.lostSample]),
      alpha: CronbachAlpha(cohort.itemMoments(instrument: number, timepoint: 0)[0]))
  }
}
