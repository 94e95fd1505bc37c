/// The standard normal distribution.
package struct NormalDistribution: SymmetricDistribution {
  /// Mean 0, standard deviation 1.
  package init() {}

  /// P(|Z| ≤ z) is the incomplete gamma integral P(½, z²/2) (DLMF 7.11.1).
  package func split(at magnitude: Double) -> IncompleteIntegral {
    GammaFunction.regularized(shape: 0.5, at: magnitude * magnitude / 2)
  }

  /// P(|Z| > z) ≤ exp(−z²/2), solved for z.
  package func upperBound(exceededWithProbability probability: Double) -> Double {
    (-2 * ElementaryFunctions.logarithm(probability)).squareRoot()
  }
}
