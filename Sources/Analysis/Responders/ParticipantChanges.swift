import Instruments
import Records

/// The results for one participant on one instrument; not for people outside the program.
package struct ParticipantChange: Sendable {
  package let instrument: Instrument
  package let timepoint: Timepoint
  package let pair: ScorePair
  /// The verdict of each rule, in the criteria's order.
  package let verdicts: [(rule: ChangeRule, verdict: ChangeVerdict)]
  /// The participant's category for each line; empty if no rule defines reliable change.
  package let categories: [(line: ClinicalLine, category: ChangeCategory)]
}

/// The results for all participants scored at both times, in the order of instruments, then of
/// enrollment. Many people share few pairs of scores, and each pair is judged once.
package struct ParticipantChanges: Sendable {
  /// Everything on which a change depends.
  private struct Key: Hashable {
    let baseline: Int32
    let followUp: Int32
    let timepoint: Int32
  }

  /// The distinct changes.
  package private(set) var changes: [ParticipantChange] = []
  private var participants: [Int32] = []
  /// For each of `participants`, the number of the change.
  package private(set) var numbers: [Int32] = []
  private let table: CohortColumns

  init(_ table: CohortColumns) {
    self.table = table
  }

  /// The number of combinations of a participant and an instrument, each with its position.
  package var count: Int { participants.count }

  /// The ID of the participant at this position.
  package func participant(_ position: Int) -> String {
    table.participants.ids[Int(participants[position])]
  }

  /// Adds all participants of a cohort who are scored at both times on an instrument.
  mutating func add(
    _ cohort: SelectedCohort, _ scores: FollowedScores, of instrument: Instrument,
    _ criteria: ChangeCriteria
  ) {
    var known: [Key: Int32] = [:]
    for participant in cohort.group.indices
    where cohort.group[participant] != SelectedCohort.none && scores.isPair(participant) {
      let key = Key(
        baseline: scores.baseline[participant], followUp: scores.followUp[participant],
        timepoint: scores.timepoint[participant])
      let number = known[key] ?? Int32(changes.count)
      if number == changes.count {
        known[key] = number
        changes.append(change(key, of: instrument, criteria))
      }
      participants.append(Int32(participant))
      numbers.append(number)
    }
  }

  private func change(
    _ key: Key, of instrument: Instrument, _ criteria: ChangeCriteria
  ) -> ParticipantChange {
    let pair = ScorePair(
      baseline: table.scoreValues[Int(key.baseline)], followUp: table.scoreValues[Int(key.followUp)]
    )
    return ParticipantChange(
      instrument: instrument, timepoint: table.program.timepoints[Int(key.timepoint)], pair: pair,
      verdicts: criteria.rules.map { ($0, $0.verdict(on: pair, of: instrument)) },
      categories: criteria.reliableRule.map { rule in
        criteria.lines.map {
          ($0, ChangeCategory(pair, of: instrument, reliableBy: rule, across: $0))
        }
      } ?? [])
  }
}
