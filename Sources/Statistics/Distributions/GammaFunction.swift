/// The logarithm of Γ, split for accuracy, and the regularized incomplete gamma integrals.
enum GammaFunction {
  /// Δ(x) = ln Γ(x) − [(x − ½)·ln x − x + ½·ln 2π], the part that Stirling's formula leaves out.
  ///
  /// - Parameter x: positive.
  /// - Returns: Δ(x), accurate to about 1e-15 absolute, sufficient for an exponent.
  static func stirlingRemainder(_ x: Double) -> Double {
    guard x >= 10 else {
      let stirling =
        (x - 0.5) * ElementaryFunctions.logarithm(x) - x + logarithmOfTwoPi / 2
      return ElementaryFunctions.logarithmOfGamma(x) - stirling
    }
    // Σ B₂ₖ/(2k·(2k − 1)·x²ᵏ⁻¹), k = 1…7 (DLMF 5.11.1); for x ≥ 10 the next term is below 1e-16.
    let square = 1 / (x * x)
    let coefficients = [
      1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
    ]
    return coefficients.reduce(0) { $0 * square + $1 } / x
  }

  /// The regularized incomplete gamma integral with both its tails.
  ///
  /// - Parameters:
  ///   - a: the shape, positive.
  ///   - x: at least 0; may be infinite.
  /// - Returns: P(a, x) = γ(a, x)/Γ(a) as the lower part, Q(a, x) = 1 − P(a, x) as the upper
  ///   (DLMF 8.2.4).
  static func regularized(shape a: Double, at x: Double) -> IncompleteIntegral {
    guard x > 0 else { return IncompleteIntegral(lower: 0, upper: 1, kernel: 0) }
    guard x.isFinite else { return IncompleteIntegral(lower: 1, upper: 0, kernel: 0) }
    let kernel = kernel(shape: a, at: x)
    // The series has positive terms and needs few of them up to about the mean, a; above it, the
    // fraction converges fast. Each computes the part that is not close to 1 on its side.
    if x < a + 1 {
      let lower = kernel * lowerSeries(shape: a, at: x)
      return IncompleteIntegral(lower: lower, upper: 1 - lower, kernel: kernel)
    } else {
      let upper = kernel / upperFraction(shape: a, at: x)
      return IncompleteIntegral(lower: 1 - upper, upper: upper, kernel: kernel)
    }
  }

  /// x^a·e^−x/Γ(a) = √(a/2π)·exp(−a·D((x − a)/a) − Δ(a)) with D(d) = d − ln(1 + d).
  private static func kernel(shape a: Double, at x: Double) -> Double {
    let deviance = LogarithmicDeviance.value(excess: (x - a) / a, ratio: x / a)
    let exponent = -a * deviance - stirlingRemainder(a)
    return (a / (2 * Double.pi)).squareRoot() * ElementaryFunctions.exponential(exponent)
  }

  /// Σ xⁿ/(a·(a + 1)⋯(a + n)), n = 0, 1, … (DLMF 8.7.1).
  private static func lowerSeries(shape a: Double, at x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var denominator = a
    while term > sum * Double.ulpOfOne / 2 {
      denominator += 1
      term *= x / denominator
      sum += term
    }
    return sum
  }

  /// The even part of Legendre's fraction, x + 1 − a − 1·(1 − a)/(x + 3 − a − …) (DLMF 8.9.2).
  private static func upperFraction(shape a: Double, at x: Double) -> Double {
    ContinuedFraction.value(first: x + 1 - a) { n in (n * (a - n), x + 1 - a + 2 * n) }
  }

  /// ln 2π.
  static let logarithmOfTwoPi = ElementaryFunctions.logarithm(2 * Double.pi)
}
