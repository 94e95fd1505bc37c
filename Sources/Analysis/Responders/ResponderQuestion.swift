import Statistics

/// How an evaluator wants the changes of single participants judged.
package struct ResponderQuestion: Sendable {
  /// Whose standard deviation the error of measurement is computed with.
  package enum Spread: Sendable, Equatable {
    /// The baseline of those scored at both times.
    case pairs
    /// The baseline of everybody scored then.
    case allBaselines
    /// A norm's, in the unit of the instrument.
    case given(Double)
  }

  /// Which rule says who changed reliably.
  package enum ReliableBy: String, CaseIterable, Sendable {
    /// The first reliable change that was published; the index for an instrument without one.
    case published
    /// The index, also where a reliable change was published.
    case index
  }

  /// Which follow-up a baseline is compared with.
  package var followUp: FollowUpChoice
  package var spread: Spread = .pairs
  /// As it was given; nil for what was published, or the cohort's own.
  package var reliability: Reliability?
  /// People without the problem, from a norm; without it there is no cut-off b and c.
  package var functional: JacobsonTruaxCutoffs.Population?
  /// Which of the cut-offs to judge by; nil for c where there is one, else a.
  package var cutoff: ClinicalLine.Cutoff?
  package var reliableBy = ReliableBy.published
  /// Whether every participant is wanted by name.
  package var listsParticipants = false

  package init(followUp: FollowUpChoice) {
    self.followUp = followUp
  }
}
