/// How the degrees of freedom of a contrast are found, and with which standard error.
package enum DegreesOfFreedomMethod: Sendable {
  /// Satterthwaite's df with observed information; the standard error is the plain one. As in R's
  /// mmrm and lmerTest: Giesbrecht & Burns (1985), doi 10.2307/2530882.
  case satterthwaite
  /// Kenward & Roger's df with expected information; the standard error is the adjusted one. As in
  /// R's pbkrtest. SAS and R's mmrm use observed information instead, and differ slightly.
  case kenwardRoger
}

/// A linear combination of fixed effects with its t test of 0 and its interval.
package struct ModelContrast: Sendable, Equatable {
  /// The combination, in the unit of the instrument, or for a slope of the instrument a day.
  package let estimate: Double
  /// Its standard error, in the same unit.
  package let standardError: Double
  /// estimate ÷ standardError.
  package let t: Double
  /// The degrees of freedom, positive, seldom whole.
  package let degreesOfFreedom: Double
  /// The two-sided p.
  package let p: Double
  /// The interval by the quantile of Student's t; nil for a level that is not between 0 and 1.
  package let confidenceInterval: ConfidenceInterval?
}

extension MixedModelFit {
  /// Tests a linear combination of the fixed effects.
  ///
  /// df = 2·v²/(g'·W·g), where v is the plain variance of the combination, g its derivative in θ and W
  /// the covariance of θ.
  ///
  /// - Parameters:
  ///   - weights: one for each fixed effect.
  ///   - confidenceLevel: strictly between 0 and 1, or there is no interval.
  /// - Returns: nil where the combination has no variance: all weights are 0.
  package func contrast(
    _ weights: [Double], _ method: DegreesOfFreedomMethod, confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    let slopes = slopesOfCovariance.map { $0.form(weights, weights) }
    let plainVariance = covarianceOfEffects.form(weights, weights)
    let (variance, spread) =
      switch method {
      case .satterthwaite: (plainVariance, observedCovarianceOfParameters.form(slopes, slopes))
      case .kenwardRoger:
        (
          adjustedCovarianceOfEffects.form(weights, weights),
          expectedCovarianceOfParameters.form(slopes, slopes)
        )
      }
    let degreesOfFreedom = 2 * plainVariance * plainVariance / spread
    guard variance > 0, let distribution = StudentT(degreesOfFreedom: degreesOfFreedom) else {
      return nil
    }
    let estimate = dot(weights, effects)
    let standardError = variance.squareRoot()
    let t = estimate / standardError
    return ModelContrast(
      estimate: estimate, standardError: standardError, t: t, degreesOfFreedom: degreesOfFreedom,
      p: distribution.twoSidedProbability(beyond: t),
      confidenceInterval: distribution.criticalValue(confidenceLevel: confidenceLevel).map {
        ConfidenceInterval(
          lower: estimate - $0 * standardError, upper: estimate + $0 * standardError)
      })
  }
}
