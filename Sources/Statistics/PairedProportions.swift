/// The fourfold table of people who were, or were not, something at baseline and at follow-up.
package struct PairedProportions: Sendable, Equatable {
  /// How many were it both times.
  package let both: Int
  /// How many were it at baseline only.
  package let baselineOnly: Int
  /// How many were it at follow-up only.
  package let followUpOnly: Int
  /// How many were it neither time.
  package let neither: Int

  /// Counts of at least 0.
  package init(both: Int, baselineOnly: Int, followUpOnly: Int, neither: Int) {
    precondition(min(both, baselineOnly, followUpOnly, neither) >= 0, "counts are not negative")
    self.both = both
    self.baselineOnly = baselineOnly
    self.followUpOnly = followUpOnly
    self.neither = neither
  }

  /// The number of people.
  package var total: Int { both + baselineOnly + followUpOnly + neither }

  /// The share at follow-up − the share at baseline; nil for nobody.
  package var difference: Double? {
    total > 0 ? Double(followUpOnly - baselineOnly) / Double(total) : nil
  }

  /// The two-sided p of McNemar's exact test that as many became it as ceased to be: a binomial
  /// distribution of those who changed, with probability ½ (McNemar 1947, doi 10.1007/BF02295996;
  /// R's `binom.test(b, b + c)`).
  ///
  /// Nil where nobody changed.
  package var exactMcNemarProbability: Double? {
    let changed = baselineOnly + followUpOnly
    let fewer = min(baselineOnly, followUpOnly)
    guard changed > 0 else { return nil }
    // As many of each: twice the tail would count the middle twice.
    guard baselineOnly != followUpOnly else { return 1 }
    // P(X ≤ k) = I_½(n − k, k + 1) (DLMF 8.17.5).
    let tail = BetaFunction.regularized(
      Double(changed - fewer), Double(fewer + 1), at: 0.5, complement: 0.5)
    return 2 * tail.lower
  }
}
