/// What a report may say: everything, or what may leave the program.
///
/// A report asks it for every number of people, and for everything that is computed over people.
package enum Disclosure: Sendable {
  /// For the people of the program.
  case everything
  /// For everybody else.
  case shared(SuppressionPlan)

  /// The policy that is followed; nil where everything is said.
  package var policy: SmallNumberPolicy? {
    guard case .shared(let plan) = self else { return nil }
    return plan.policy
  }

  /// Whether the number of people, and what is computed over these people, may be shown.
  package func shows(_ address: CountAddress) -> Bool {
    guard case .shared(let plan) = self else { return true }
    return plan.shows(address)
  }
}
