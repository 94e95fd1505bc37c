/// The continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)), evaluated from the front.
///
/// Lentz's method in the form of Thompson & Barnett (1986), doi 10.1016/0021-9991(86)90046-X: the
/// ratios of successive numerators C and denominators D are computed instead of the numerators and
/// denominators themselves, which would overflow.
enum ContinuedFraction {
  /// - Parameters:
  ///   - first: b₀, not 0.
  ///   - term: the pair (aₖ, bₖ) for k = 1, 2, …
  /// - Returns: the value, to within a few roundings. A fraction that has not converged after a
  ///   million terms, far more than this module's fractions need, is returned as it is.
  static func value(
    first: Double, term: (Double) -> (numerator: Double, denominator: Double)
  ) -> Double {
    var value = first
    var numeratorRatio = first
    var denominatorRatio = 0.0
    for index in 1...1_000_000 {
      let (numerator, denominator) = term(Double(index))
      denominatorRatio = 1 / (denominator + numerator * denominatorRatio)
      numeratorRatio = denominator + numerator / numeratorRatio
      let factor = numeratorRatio * denominatorRatio
      value *= factor
      if (factor - 1).magnitude <= Double.ulpOfOne { break }
    }
    return value
  }
}
