/// The extent of a report: everything, or only what may leave the program.
///
/// Every number of people, and everything computed over people, is checked against it.
package enum Disclosure: Sendable {
  /// For people within the program.
  case everything
  /// For people outside the program.
  case shared(SuppressionPlan)

  /// The policy in effect; nil if everything is shown.
  package var policy: SmallNumberPolicy? {
    guard case .shared(let plan) = self else { return nil }
    return plan.policy
  }

  /// True if the number of people, and everything computed over these people, may be shown.
  package func shows(_ address: CountAddress) -> Bool {
    guard case .shared(let plan) = self else { return true }
    return plan.shows(address)
  }
}
