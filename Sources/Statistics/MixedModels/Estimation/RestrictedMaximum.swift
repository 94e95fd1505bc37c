/// The covariance parameters that maximize the restricted likelihood.
///
/// Newton's method with the observed information, or Fisher scoring where that is not positive
/// definite, starting from independent scores. Steps are halved until the likelihood does not fall;
/// with complete data the first step of Fisher scoring is the solution.
struct RestrictedMaximum: Sendable {
  /// θ.
  let parameters: [Double]
  let covariance: Matrix
  let structure: CovarianceStructure
  /// As a function of the free parameters.
  let likelihood: RestrictedLikelihood
  /// The number of steps taken.
  let steps: Int

  /// - Parameters:
  ///   - data: at least one score for each fixed effect.
  ///   - start: free parameters of a positive definite V.
  init(
    _ data: ObservedPatterns, mean: MeanStructure, covariance structure: CovarianceStructure,
    start: [Double]
  ) throws(ModelFailure) {
    guard var here = Point(data, mean, structure, start) else { throw .notIdentified }
    for step in 1...Self.largestNumberOfSteps {
      let likelihood = structure.likelihood(here.fit, here.free)
      guard let information = Self.information(of: likelihood) else {
        // At independent scores, all parameters that can be identified are.
        throw step == 1 ? .notIdentified : .covarianceNotPositiveDefinite
      }
      let direction = information.solve(likelihood.gradient)
      // Twice the expected increase of the log-likelihood by the step, which is the square of its
      // largest length in standard errors. Newton's next step would be about the square of this
      // one.
      let gain = dot(likelihood.gradient, direction)
      guard let next = here.stepUphill(direction, data, mean, structure) else {
        throw .covarianceNotPositiveDefinite
      }
      here = next
      if gain < 1e-16 {
        parameters = structure.parameters(here.free)
        covariance = here.covariance
        self.structure = structure
        self.likelihood = structure.likelihood(here.fit, here.free)
        steps = step
        return
      }
    }
    throw here.isNearSingular
      ? .covarianceNotPositiveDefinite : .notConverged(steps: Self.largestNumberOfSteps)
  }

  private static func information(of likelihood: RestrictedLikelihood) -> CholeskyFactor? {
    CholeskyFactor(likelihood.observedInformation)
      ?? CholeskyFactor(likelihood.expectedInformation)
  }

  /// Newton usually needs fewer than ten; a maximum next to perfect correlation may take dozens.
  private static let largestNumberOfSteps = 100

  /// Free parameters, with the model fitted at them.
  private struct Point {
    let free: [Double]
    let covariance: Matrix
    let fit: GeneralizedLeastSquares

    /// Nil if the covariance over all timepoints is not positive definite.
    init?(
      _ data: ObservedPatterns, _ mean: MeanStructure, _ structure: CovarianceStructure,
      _ free: [Double]
    ) {
      self.free = free
      covariance = structure.matrix(free)
      guard CholeskyFactor(covariance) != nil,
        let fit = GeneralizedLeastSquares(data, mean: mean, covariance: covariance)
      else { return nil }
      self.fit = fit
    }

    /// The farthest of the points at a full step, half a step, a quarter of a step and so on at
    /// which the likelihood is not lower, apart from rounding.
    func stepUphill(
      _ direction: [Double], _ data: ObservedPatterns, _ mean: MeanStructure,
      _ structure: CovarianceStructure
    ) -> Point? {
      var length = 1.0
      while length > 1e-10 {
        let there = zip(free, direction).map { $0 + length * $1 }
        if let next = Point(data, mean, structure, there),
          next.fit.deviance <= fit.deviance + 1e-13 * (1 + fit.deviance.magnitude)
        {
          return next
        }
        length /= 2
      }
      return nil
    }

    /// True if some score is determined by the others up to a millionth of its variance.
    var isNearSingular: Bool {
      guard let factor = CholeskyFactor(covariance) else { return true }
      return zip(factor.diagonal, covariance.diagonal).contains { $0 * $0 < 1e-6 * $1 }
    }
  }
}
