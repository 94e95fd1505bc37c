/// The cost of a program as an evaluator gives it: an amount for each participant charged.
package struct ProgramCost: Sendable, Equatable {
  /// The participants for whom the amount is charged.
  package enum Basis: String, Sendable, CaseIterable {
    /// All participants enrolled, since those lost to follow-up or not scored so far also cost.
    case enrolled
    /// Participants scored at both baseline and the follow-up, as if the others had cost nothing.
    case assessed
  }

  /// The amount for each participant charged, 0 or more, in the currency of the rate.
  package let perParticipant: Double
  package let basis: Basis

  package init(perParticipant: Double, basis: Basis = .enrolled) {
    self.perParticipant = perParticipant
    self.basis = basis
  }
}
