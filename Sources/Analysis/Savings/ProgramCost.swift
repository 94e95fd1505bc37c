/// What a program cost, as an evaluator gives it: an amount for each of some participants.
package struct ProgramCost: Sendable, Equatable {
  /// For whom the amount is charged.
  package enum Basis: String, Sendable, CaseIterable {
    /// Everybody enrolled: also those who were lost to follow-up, or are not due yet, cost money.
    case enrolled
    /// Those scored both at baseline and at the follow-up, as if the others had cost nothing.
    case assessed
  }

  /// Money for each participant charged, 0 or more, in the currency of the rate.
  package let perParticipant: Double
  package let basis: Basis

  package init(perParticipant: Double, basis: Basis = .enrolled) {
    self.perParticipant = perParticipant
    self.basis = basis
  }
}
