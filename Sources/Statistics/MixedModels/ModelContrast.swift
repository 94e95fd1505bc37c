/// The method for the degrees of freedom of a contrast, and for the standard error that goes with
/// them.
package struct DegreesOfFreedomMethod: Sendable, Equatable {
  /// The published approximation.
  package enum Approximation: String, CaseIterable, Sendable {
    /// The standard error is adjusted for the estimation of the scores' covariance: Kenward & Roger
    /// (1997), doi 10.2307/2533558. For a single contrast the degrees of freedom are
    /// Satterthwaite's.
    case kenwardRoger = "kenward-roger"
    /// The standard error is not adjusted: Giesbrecht & Burns (1985), doi 10.2307/2530882.
    case satterthwaite
  }

  /// The information from which the uncertainty of the covariance parameters is computed.
  package enum Information: String, Sendable, CaseIterable {
    /// The curvature of the likelihood at its maximum, as in SAS's PROC MIXED and R's mmrm and
    /// lmerTest. It is valid if scores are missing at random but not completely at random; the
    /// expectation below, computed as if the missing scores were fixed by design, need not be:
    /// Kenward & Molenberghs (1998), "Likelihood based frequentist inference when data are missing
    /// at random", Statistical Science 13(3), recalled, not read.
    case observed
    /// The expected curvature, as in R's pbkrtest and in Kenward & Roger's paper.
    case expected
  }

  package let approximation: Approximation
  package let information: Information

  package init(_ approximation: Approximation, _ information: Information) {
    self.approximation = approximation
    self.information = information
  }

  /// Satterthwaite's with observed information: R's lmerTest, and mmrm's default.
  package static let satterthwaite = DegreesOfFreedomMethod(.satterthwaite, .observed)
  /// Kenward & Roger's with observed information: SAS's `ddfm=kr` for an unstructured covariance,
  /// and mmrm's `Kenward-Roger` in its linear form, `Kenward-Roger-Linear`.
  package static let kenwardRoger = DegreesOfFreedomMethod(.kenwardRoger, .observed)
}

/// A linear combination of fixed effects with its t test against 0 and its interval.
package struct ModelContrast: Sendable, Equatable {
  /// The combination, in the instrument's unit; for a slope, in that unit per day.
  package let estimate: Double
  /// Its standard error, in the same unit.
  package let standardError: Double
  /// estimate ÷ standardError.
  package let t: Double
  /// The degrees of freedom, positive, seldom a whole number.
  package let degreesOfFreedom: Double
  /// The two-sided p-value.
  package let p: Double
  /// The interval by the quantile of Student's t; nil for a level outside 0…1.
  package let confidenceInterval: ConfidenceInterval?
}

extension MixedModelFit {
  /// Tests a linear combination of the fixed effects.
  ///
  /// df = 2·v²/(g'·W·g), where v is the unadjusted variance of the combination, g its derivative
  /// with respect to θ, and W the covariance of θ.
  ///
  /// - Parameters:
  ///   - weights: one for each fixed effect.
  ///   - confidenceLevel: strictly between 0 and 1; otherwise there is no interval.
  /// - Returns: nil if the combination has no variance because all weights are 0.
  package func contrast(
    _ weights: [Double], _ method: DegreesOfFreedomMethod, confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    let slopes = slopesOfCovariance.map { $0.form(weights, weights) }
    let plainVariance = covarianceOfEffects.form(weights, weights)
    let precision = precision(method.information)
    let variance =
      switch method.approximation {
      case .satterthwaite: plainVariance
      case .kenwardRoger: precision.adjustedCovarianceOfEffects.form(weights, weights)
      }
    let degreesOfFreedom =
      2 * plainVariance * plainVariance / precision.covarianceOfParameters.form(slopes, slopes)
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
