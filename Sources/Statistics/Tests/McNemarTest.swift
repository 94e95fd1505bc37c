/// The exact McNemar test of two paired proportions: the null hypothesis is that as many people
/// moved into a group as moved out of it.
///
/// McNemar (1947), doi 10.1007/BF02295996, with the binomial distribution instead of the
/// chi-squared: under the null hypothesis, each person who moved has moved in with probability ½.
/// R's `binom.test(movedIn, movedIn + movedOut)`, statsmodels' `mcnemar(exact=True)`.
package struct McNemarTest: Sendable, Equatable {
  /// Two-sided: twice the smaller tail, at most 1.
  package let p: Double

  /// - Parameters:
  ///   - movedIn: the number of people in the group only at the second time.
  ///   - movedOut: the number of people in the group only at the first time.
  /// - Returns: nil if nobody moved, and for impossible counts.
  package init?(movedIn: Int, movedOut: Int) {
    let fewer = Double(min(movedIn, movedOut))
    let more = Double(max(movedIn, movedOut))
    guard fewer >= 0, more > 0 else { return nil }
    // P(X ≤ fewer) of the binomial distribution is I_½(more, fewer + 1) (DLMF 8.17.5).
    let tail = BetaFunction.regularized(more, fewer + 1, at: 0.5, complement: 0.5).lower
    p = min(1, 2 * tail)
  }
}
