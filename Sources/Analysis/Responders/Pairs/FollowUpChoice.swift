/// The follow-up with which a participant's baseline is compared.
package enum FollowUpChoice: Sendable, Equatable {
  /// The same timepoint for all participants, by its position in the program; not 0, the baseline.
  case timepoint(Int)
  /// Each participant's last scored follow-up, for example for results at the end of treatment.
  case lastOfEach

  /// The key of `lastOfEach` in place of a timepoint's ID.
  package static let keyOfLast = "last"
}
