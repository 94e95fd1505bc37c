/// The numbers of people that an output may show.
///
/// A number below the policy's minimum is hidden. Then others are hidden with it until each hidden
/// number is protected: another table of whole numbers must exist that agrees with everything shown
/// and with every sum, and in which the number is
///
/// - the policy's minimum, for a small number that would otherwise be shown exactly, so that the
///   sum of hidden numbers is never small itself;
/// - outside 1 to below the minimum, and in a second table another small number, if numbers are
///   rounded, since the mark itself reveals that the number is small;
/// - one more or one less, for a number that was hidden to protect others.
///
/// Such a table is a proof: no computation can distinguish it from the real one. Hiding more never
/// invalidates a proof, so one pass is enough. In the extreme case, if everything but the sizes of
/// the cohort and its groups is hidden, any distribution of the participants agrees with the
/// numbers shown.
///
/// The next number to hide is the least important one that is sufficient by itself; among equals,
/// the nearest, then the smallest. The order is fixed, so the same cohort is always shown in the
/// same way.
///
/// Limits. Two outputs about different days, or about people who differ by a few (`--where`,
/// another attribute), can together disclose what neither does alone. Relations that are not sums,
/// such as "nobody is withdrawn at day 30 and back at day 90", are not used. A reader who knows
/// that the smallest number was hidden next can narrow a number somewhat. Anyone who knows some
/// participants can subtract them.
///
/// Method: complementary cell suppression, Willenborg & de Waal (2001), Elements of Statistical
/// Disclosure Control, chapter 4; here by a greedy choice with proofs instead of an optimum.
package struct SuppressionPlan: Sendable, Equatable {
  package let policy: SmallNumberPolicy
  private var decided: Set<CountAddress>
  private var hidden: Set<CountAddress>

  /// - Parameters:
  ///   - disclosedCounts: every number that is shown or can be computed from those shown.
  ///   - earlier: a plan for some of the numbers, which is kept because they are shown elsewhere.
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

  /// True if the number may be shown; false for a number that is not in the disclosed counts.
  package func shows(_ address: CountAddress) -> Bool {
    decided.contains(address) && !hidden.contains(address)
  }

  /// True if the number was in the disclosed counts of this plan.
  func hasDecided(_ address: CountAddress) -> Bool { decided.contains(address) }

  /// Adds another plan's decisions about other numbers.
  mutating func formUnion(_ other: SuppressionPlan) {
    decided.formUnion(other.decided)
    hidden.formUnion(other.hidden)
  }
}
