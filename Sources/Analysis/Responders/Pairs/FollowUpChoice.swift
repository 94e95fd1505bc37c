/// Which follow-up somebody's baseline is compared with.
package enum FollowUpChoice: Sendable, Equatable {
  /// The same timepoint for everybody, by its position in the program; not the first, the baseline.
  case timepoint(Int)
  /// Everybody's own last scored follow-up, as where the end of a treatment is asked for.
  case lastOfEach

  /// Stands for `lastOfEach` where a timepoint is named.
  package static let keyOfLast = "last"
}
