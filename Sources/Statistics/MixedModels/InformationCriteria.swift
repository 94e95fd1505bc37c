/// Criteria for comparing models with the same fixed effects; smaller is better.
package struct InformationCriteria: Sendable, Equatable {
  /// Akaike's criterion.
  package let akaike: Double
  /// Schwarz's Bayesian criterion.
  package let bayesian: Double

  /// The choice of parameters and observations to count, which differs between programs.
  package enum Convention: Sendable {
    /// R's `gls` and `lme`: fixed effects and covariance parameters; N − p scores for BIC.
    case nlme
    /// R's `mmrm`, SAS: covariance parameters only; participants for BIC.
    case mmrm
  }
}

extension MixedModelFit {
  /// AIC and BIC, −2·log-likelihood + 2·k and + ln(n)·k, with k and n by a convention.
  package func informationCriteria(
    _ convention: InformationCriteria.Convention
  ) -> InformationCriteria {
    let (parameters, cases) =
      switch convention {
      case .nlme:
        (effects.count + covarianceParameters.count, observations - effects.count)
      case .mmrm: (covarianceParameters.count, participants)
      }
    let penalty = ElementaryFunctions.logarithm(Double(cases))
    return InformationCriteria(
      akaike: -2 * logLikelihood + 2 * Double(parameters),
      bayesian: -2 * logLikelihood + penalty * Double(parameters))
  }
}
