/// The logarithm of B(a, b), and the regularized incomplete beta integrals.
enum BetaFunction {
  /// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b).
  ///
  /// Stirling's formula is substituted for each Γ and its large terms are canceled algebraically,
  /// since the difference of three logarithms in the millions would have no correct digits.
  ///
  /// - Parameters: a and b, positive.
  static func logarithm(_ a: Double, _ b: Double) -> Double {
    let powers =
      a * ElementaryFunctions.logarithmOfOnePlus(b / a)
      + b * ElementaryFunctions.logarithmOfOnePlus(a / b)
    let square = ElementaryFunctions.logarithm(1 / a + 1 / b) + GammaFunction.logarithmOfTwoPi
    return square / 2 - powers + remainder(a, b)
  }

  /// The regularized incomplete beta integral with both its tails.
  ///
  /// - Parameters:
  ///   - a: positive.
  ///   - b: positive.
  ///   - x: 0…1.
  ///   - complement: 1 − x, from the most accurate source: if x is next to 1, subtracting would
  ///     lose the significant digits.
  /// - Returns: I_x(a, b) as the lower part, I_(1 − x)(b, a) as the upper (DLMF 8.17.2, 8.17.4).
  static func regularized(
    _ a: Double, _ b: Double, at x: Double, complement: Double
  ) -> IncompleteIntegral {
    guard x > 0 else { return IncompleteIntegral(lower: 0, upper: 1, kernel: 0) }
    guard complement > 0 else { return IncompleteIntegral(lower: 1, upper: 0, kernel: 0) }
    // a − (a + b)·x, without the subtraction of nearly equal numbers when x is next to 1.
    let distanceBelowMean = a * complement - b * x
    let kernel = kernel(a, b, distanceBelowMean: distanceBelowMean, x, complement)
    // The fraction converges fast below the mean, a/(a + b), and slowly above it, where the ends
    // are swapped.
    if distanceBelowMean >= 0 {
      let fraction = fraction(a, b, distanceBelowMean: distanceBelowMean, at: x, complement)
      let lower = kernel / fraction
      return IncompleteIntegral(lower: lower, upper: 1 - lower, kernel: kernel)
    } else {
      let fraction = fraction(b, a, distanceBelowMean: -distanceBelowMean, at: complement, x)
      let upper = kernel / fraction
      return IncompleteIntegral(lower: 1 - upper, upper: upper, kernel: kernel)
    }
  }

  /// x^a·y^b/B(a, b) = √(a·b/(2π·(a + b)))·exp(−a·D(−δ/a) − b·D(δ/b) − remainder), where y = 1 − x,
  /// δ = a·y − b·x and D(d) = d − ln(1 + d): 1 − δ/a is x·(a + b)/a, the ratio of x to its mean.
  private static func kernel(
    _ a: Double, _ b: Double, distanceBelowMean: Double, _ x: Double, _ complement: Double
  ) -> Double {
    let exponent =
      -a * LogarithmicDeviance.value(excess: -distanceBelowMean / a, ratio: x * (1 + b / a))
      - b
      * LogarithmicDeviance.value(excess: distanceBelowMean / b, ratio: complement * (1 + a / b))
      - remainder(a, b)
    let scale = (1 / (2 * Double.pi * (1 / a + 1 / b))).squareRoot()
    return scale * ElementaryFunctions.exponential(exponent)
  }

  /// The continued fraction of DiDonato & Morris (1992), doi 10.1145/131766.131776, eq. 9; I_x(a,
  /// b) is the kernel divided by it. Unlike DLMF 8.17.22 it does not lose digits when a is large.
  private static func fraction(
    _ a: Double, _ b: Double, distanceBelowMean: Double, at x: Double, _ complement: Double
  ) -> Double {
    func denominator(_ n: Double) -> Double {
      // At n = 0 the middle term is 0, even for a = 1, where its denominator would be 0.
      let middle = n == 0 ? 0 : n * (b - n) * x / (a + 2 * n - 1)
      let distance = distanceBelowMean + 1 + n * (1 + complement)
      return n + middle + (a + n) / (a + 2 * n + 1) * distance
    }
    return ContinuedFraction.value(first: denominator(0)) { n in
      let scale = x / (a + 2 * n - 1)
      let numerator = (a + n - 1) * scale * ((a + b + n - 1) * scale) * n * (b - n)
      return (numerator, denominator(n))
    }
  }

  /// Δ(a) + Δ(b) − Δ(a + b), the part of ln B(a, b) that Stirling's formula leaves out.
  private static func remainder(_ a: Double, _ b: Double) -> Double {
    GammaFunction.stirlingRemainder(a) + GammaFunction.stirlingRemainder(b)
      - GammaFunction.stirlingRemainder(a + b)
  }
}
