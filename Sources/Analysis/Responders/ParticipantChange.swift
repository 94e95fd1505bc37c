import Instruments
import Records

/// What became of one participant on one instrument: not for those outside the program.
package struct ParticipantChange: Sendable {
  package let participant: String
  package let instrument: Instrument
  package let timepoint: Timepoint
  package let pair: ScorePair
  /// What each rule says, in the yardstick's order.
  package let verdicts: [(rule: ChangeRule, verdict: ChangeVerdict)]
  /// What became of them by each line; empty where no rule says who changed reliably.
  package let categories: [(line: ClinicalLine, category: ChangeCategory)]
}

extension SelectedCohort {
  /// Everybody scored at both times, in the order of enrollment.
  func participantChanges(
    _ scores: FollowedScores, of instrument: Instrument, _ yardstick: Yardstick
  ) -> [ParticipantChange] {
    group.indices.filter { group[$0] != Self.none && scores.isPair($0) }.map { participant in
      let pair = ScorePair(
        baseline: table.scoreValues[Int(scores.baseline[participant])],
        followUp: table.scoreValues[Int(scores.followUp[participant])])
      return ParticipantChange(
        participant: table.participants.ids[participant], instrument: instrument,
        timepoint: table.program.timepoints[Int(scores.timepoint[participant])], pair: pair,
        verdicts: yardstick.rules.map { ($0, $0.verdict(on: pair, of: instrument)) },
        categories: yardstick.reliableRule.map { rule in
          yardstick.lines.map {
            ($0, ChangeCategory(pair, of: instrument, reliableBy: rule, across: $0))
          }
        } ?? [])
    }
  }
}
