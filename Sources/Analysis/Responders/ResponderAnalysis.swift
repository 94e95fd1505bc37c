import Instruments
import Records
import Statistics

/// What `outcomes responders` says: how many participants changed by more than chance or enough to
/// matter, for the better and for the worse.
package struct ResponderAnalysis: Sendable {
  package let program: String
  package let selection: CohortSelection
  package let question: ResponderQuestion
  /// The follow-up; nil where it is everybody's own last one.
  package let timepoint: Timepoint?
  /// Everybody asked about who was enrolled by the day of the question.
  package let enrolled: Int
  /// In the program's order of instruments; for each everybody first, then the groups in their
  /// order.
  package let measures: [MeasureResponders]
  /// Everybody first, then the groups; empty without both instruments.
  package let talkingTherapies: [TalkingTherapies]
  /// Everybody first, then the groups; empty without PHQ-9.
  package let depression: [DepressionResponse]
  /// Everybody's own change; nil unless asked for.
  package let participants: ParticipantChanges?

  /// - Parameters:
  ///   - table: read with its answers, where reliability is to be computed from them.
  ///   - instruments: which to analyze, by their positions in the program.
  package init(
    _ table: CohortColumns, _ selection: CohortSelection, _ question: ResponderQuestion,
    instruments: [Int]
  ) {
    var everybody = selection
    everybody.groupedBy = nil
    let whole = SelectedCohort(table, everybody)
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
  /// What everybody is measured by; a cohort without groups.
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
