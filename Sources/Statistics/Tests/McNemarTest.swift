/// The exact McNemar test of two paired proportions: whether as many people moved into a group as
/// moved out of it.
///
/// McNemar (1947), doi 10.1007/BF02295996, with the binomial distribution in the place of the
/// chi-squared one: of those who moved, each moved in with probability ½ under the null hypothesis.
/// R's `binom.test(movedIn, movedIn + movedOut)`, statsmodels' `mcnemar(exact=True)`.
package struct McNemarTest: Sendable, Equatable {
  /// Two-sided: twice the smaller tail, and at most 1.
  package let p: Double

  /// - Parameters:
  ///   - movedIn: how many are in the group at the second time alone.
  ///   - movedOut: how many are in it at the first time alone.
  /// - Returns: nil where nobody moved, and for counts that cannot be.
  package init?(movedIn: Int, movedOut: Int) {
    let fewer = Double(min(movedIn, movedOut))
    let more = Double(max(movedIn, movedOut))
    guard fewer >= 0, more > 0 else { return nil }
    // P(X ≤ fewer) of the binomial distribution is I_½(more, fewer + 1) (DLMF 8.17.5).
    let tail = BetaFunction.regularized(more, fewer + 1, at: 0.5, complement: 0.5).lower
    p = min(1, 2 * tail)
  }
}
