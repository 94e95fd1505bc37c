import Statistics

/// The settings for judging individual changes.
package struct ResponderQuestion: Sendable {
  /// The source of the standard deviation for the measurement error.
  package enum Spread: Sendable, Equatable {
    /// The baseline scores of participants scored at both times.
    case pairs
    /// The baseline scores of all participants scored then.
    case allBaselines
    /// A norm's standard deviation, in the unit of the instrument.
    case given(Double)
  }

  /// The rule that defines reliable change.
  package enum ReliableBy: String, CaseIterable, Sendable {
    /// The first published reliable change; the index for an instrument without one.
    case published
    /// The index, even if a reliable change was published.
    case index
  }

  /// The follow-up with which the baseline is compared.
  package var followUp: FollowUpChoice
  package var spread: Spread = .pairs
  /// The reliability given; nil for the published one, or the cohort's own.
  package var reliability: Reliability?
  /// People without the problem, from a norm; without it there are no cutoffs b and c.
  package var functional: JacobsonTruaxCutoffs.Population?
  /// The cutoff to use; nil for c if it exists, otherwise a.
  package var cutoff: ClinicalLine.Cutoff?
  package var reliableBy = ReliableBy.published
  /// True if the result lists every participant.
  package var listsParticipants = false

  package init(followUp: FollowUpChoice) {
    self.followUp = followUp
  }
}
