/// The function d − ln(1 + d), a measure of the distance of a ratio 1 + d from 1.
///
/// Gamma and beta densities are the exponential of minus a sum of such terms (Loader 2000, "Fast
/// and accurate computation of binomial probabilities"). Each is non-negative, so nothing cancels
/// if the parameters are in the millions, as it would between ln Γ and powers.
enum LogarithmicDeviance {
  /// - Parameters:
  ///   - d: the excess of the ratio over 1, greater than −1.
  ///   - ratio: 1 + d, from the most accurate source: a ratio next to 0 has digits that the sum 1 +
  ///     d has lost.
  /// - Returns: d − ln(1 + d), about d²/2 for small d, to within a few roundings.
  static func value(excess d: Double, ratio: Double) -> Double {
    // Far from 0 the difference loses nothing worth mentioning.
    guard d.magnitude < 0.5 else { return d - ElementaryFunctions.logarithm(ratio) }
    // With r = d/(2 + d), ln(1 + d) = 2·artanh r = 2r + 2r³/3 + 2r⁵/5 + … and d − 2r = r·d.
    let r = d / (2 + d)
    let square = r * r
    var power = 2 * r * square
    var series = 0.0
    var odd = 3.0
    // r² ≤ 1/9, so each term adds nearly a digit.
    while power.magnitude > Double.ulpOfOne * square / 8 {
      series += power / odd
      power *= square
      odd += 2
    }
    return r * d - series
  }
}
