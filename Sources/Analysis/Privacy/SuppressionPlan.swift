/// Which numbers of people an output may show.
///
/// A number below the policy's minimum is hidden. Then others are hidden with it until each hidden
/// number is protected, which means that another table of whole numbers exists that agrees with
/// everything shown, with every sum, and in which the number is
///
/// - the policy's minimum, for a small number that is shown exactly otherwise: the sum of what is
///   hidden is then never small itself;
/// - outside 1 to below the minimum, and in a second table another small number, where numbers are
///   rounded: there the mark itself says that the number is small;
/// - one more or one less, for a number that was hidden to protect others.
///
/// Such a table is a proof: no computation, however clever, can tell it from the real one. Hiding
/// more never takes a proof away, so one pass is enough. In the end, where everything but the sizes
/// of the cohort and its groups is hidden, any way to deal people out agrees with what is shown.
///
/// Which number is hidden next: the one that is missed least of those that are enough by
/// themselves, the nearest and then the smallest first. The order is fixed, so the same cohort is
/// always shown in the same way.
///
/// Limits. Two outputs about different days, or about people who differ by a few (`--where`,
/// another attribute), can disclose together what neither does alone. Relations that are no sums,
/// such as "nobody is withdrawn at day 30 and back at day 90", are not used. A reader who knows
/// that the smallest number was hidden next can narrow a number somewhat. Whoever knows some
/// participants can take them off.
///
/// Method: complementary cell suppression, Willenborg & de Waal (2001), Elements of Statistical
/// Disclosure Control, chapter 4; here by a greedy choice with proofs in place of an optimum.
package struct SuppressionPlan: Sendable, Equatable {
  package let policy: SmallNumberPolicy
  private var decided: Set<CountAddress>
  private var hidden: Set<CountAddress>

  /// - Parameters:
  ///   - disclosedCounts: every number that is shown or follows from what is.
  ///   - earlier: a plan for some of the numbers, which stands: they are shown elsewhere.
  package init(
    _ disclosedCounts: DisclosedCounts, _ policy: SmallNumberPolicy,
    after earlier: SuppressionPlan? = nil
  ) {
    var search = SuppressionSearch(disclosedCounts, policy, after: earlier)
    search.run()
    self.policy = policy
    decided = Set(disclosedCounts.entries.map(\.address))
    hidden = Set(search.hidden.map { disclosedCounts.entries[$0].address })
  }

  /// Whether the number may be shown; a number that was never in the disclosed counts may not.
  package func shows(_ address: CountAddress) -> Bool {
    decided.contains(address) && !hidden.contains(address)
  }

  /// Whether the number was in the disclosed counts of this plan.
  func hasDecided(_ address: CountAddress) -> Bool { decided.contains(address) }

  /// Adds what another plan decided about other numbers.
  mutating func formUnion(_ other: SuppressionPlan) {
    decided.formUnion(other.decided)
    hidden.formUnion(other.hidden)
  }
}
