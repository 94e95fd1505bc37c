/// A linear mixed model for scores over time, fitted by restricted maximum likelihood (REML).
///
/// y = X·β + e with e ~ N(0, V(θ)) for each participant; V is that of the observed timepoints.
/// Valid if scores are missing at random: Laird & Ware (1982), doi 10.2307/2529876.
package struct MixedModelFit: Sendable {
  /// The fixed effects β, in the order of the `MeanStructure`.
  package let effects: [Double]
  /// Φ = (X'·V⁻¹·X)⁻¹, the covariance of the fixed effects for a known V.
  package let covarianceOfEffects: Matrix
  /// The parameters θ, in the order of the `CovarianceStructure`, free or not.
  package let covarianceParameters: [Double]
  /// V over all timepoints.
  package let covariance: Matrix
  /// The restricted log-likelihood, −½·[(N − p)·ln 2π + ln |V| + ln |X'·V⁻¹·X| + r'·V⁻¹·r], without
  /// ½·ln |X'·X|: as in R's nlme, lme4 and mmrm, and SAS.
  package let logLikelihood: Double
  /// The number of scores, N.
  package let observations: Int
  /// The number of participants with any score.
  package let participants: Int
  /// The number of steps of the maximization.
  package let steps: Int
  /// The largest |∂ log-likelihood/∂θₖ| × standard error of θₖ: 0 at an exact maximum.
  package let largestScaledGradient: Double

  /// −Φ·Pₖ·Φ = ∂Φ/∂φₖ up to the sign, which all uses square; φ are the free parameters.
  let slopesOfCovariance: [Matrix]
  private let observed: Precision
  private let expected: Precision

  /// The precision of the free parameters by one kind of information, and its consequences for the
  /// fixed effects.
  struct Precision: Sendable {
    /// The inverse of the free parameters' information.
    let covarianceOfParameters: Matrix
    /// Φ adjusted for the estimation of V: Kenward & Roger (1997), doi 10.2307/2533558. Φ itself if
    /// θ is on the boundary, where no such adjustment exists.
    let adjustedCovarianceOfEffects: Matrix

    init(_ maximum: RestrictedMaximum, _ information: CholeskyFactor) {
      covarianceOfParameters = information.inverse
      adjustedCovarianceOfEffects =
        maximum.structure.map == nil
        ? KenwardRoger.adjustedCovariance(
          maximum.likelihood, directions: maximum.structure.directions,
          parameterCovariance: covarianceOfParameters)
        : maximum.likelihood.fit.covarianceOfEffects
    }
  }

  /// The precision of the free parameters by one kind of information.
  func precision(_ information: DegreesOfFreedomMethod.Information) -> Precision {
    switch information {
    case .observed: observed
    case .expected: expected
    }
  }

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - moments: the cohort, in any order; see `PatternStatistics.moments`.
  ///   - mean: has a design for each group in the data.
  ///   - covariance: over the same timepoints.
  package init(
    _ moments: [PatternMoments], mean: MeanStructure, covariance structure: CovarianceStructure
  ) throws(ModelFailure) {
    try self.init(moments, mean: mean, covariance: structure) { $0.independence($1) }
  }

  /// Fits a model from a starting point computed from the timepoints' residual variances.
  init(
    _ moments: [PatternMoments], mean: MeanStructure, covariance structure: CovarianceStructure,
    start: (CovarianceStructure, _ variances: [Double]) -> [Double]
  ) throws(ModelFailure) {
    let data = ObservedPatterns(moments, timepoints: mean.timepoints)
    let identity = Matrix(diagonal: [Double](repeating: 1, count: mean.timepoints))
    guard data.observations > mean.effects,
      let ordinary = GeneralizedLeastSquares(data, mean: mean, covariance: identity)
    else { throw .notIdentified }
    let variances = Self.residualVariances(data, ordinary)
    let isAlike = variances.map { $0 == 0 }
    if let timepoint = isAlike.firstIndex(of: true),
      structure.hasVarianceOfEachTimepoint || !isAlike.contains(false)
    {
      throw .noVariation(timepoint: timepoint)
    }
    let maximum = try RestrictedMaximum(
      data, mean: mean, covariance: structure, start: start(structure, variances))
    try self.init(maximum, data)
  }

  private init(_ maximum: RestrictedMaximum, _ data: ObservedPatterns) throws(ModelFailure) {
    let likelihood = maximum.likelihood
    // At a maximum the likelihood curves downward in all directions: if its observed information is
    // not positive definite, the search ended at a saddle point, of which no number is printed.
    guard let observed = CholeskyFactor(likelihood.observedInformation),
      let expected = CholeskyFactor(likelihood.expectedInformation)
    else { throw .notConverged(steps: maximum.steps) }
    self.observed = Precision(maximum, observed)
    self.expected = Precision(maximum, expected)
    let fit = likelihood.fit
    effects = fit.effects
    covarianceOfEffects = fit.covarianceOfEffects
    covarianceParameters = maximum.parameters
    covariance = maximum.covariance
    observations = data.observations
    participants = data.participants
    steps = maximum.steps
    let degrees = Double(data.observations - fit.effects.count)
    logLikelihood = -(degrees * GammaFunction.logarithmOfTwoPi + fit.deviance) / 2
    slopesOfCovariance = likelihood.slopesOfInformation.map {
      fit.covarianceOfEffects * $0 * fit.covarianceOfEffects
    }
    largestScaledGradient =
      zip(likelihood.gradient, self.observed.covarianceOfParameters.diagonal)
      .map { $0.magnitude * $1.squareRoot() }.max() ?? 0
  }

  /// The variances of the timepoints' residuals from ordinary least squares; 0 if only rounding is
  /// left.
  private static func residualVariances(
    _ data: ObservedPatterns, _ fit: GeneralizedLeastSquares
  ) -> [Double] {
    var squares = [Double](repeating: 0, count: data.timepoints)
    var sizes = squares
    var counts = squares
    for (pattern, weighted) in zip(data.patterns, fit.patterns) {
      for (cell, residuals) in zip(pattern.cells, weighted.cells) {
        for (place, timepoint) in pattern.observed.timepoints.enumerated() {
          counts[timepoint] += Double(cell.participants)
          squares[timepoint] += residuals.scatter[timepoint, timepoint]
          sizes[timepoint] = max(sizes[timepoint], cell.means[place].magnitude)
        }
      }
    }
    return squares.indices.map { timepoint in
      // Scores that are all equal differ from their mean by its rounding.
      let rounding = 1e-13 * sizes[timepoint]
      let isRounding = squares[timepoint] <= counts[timepoint] * rounding * rounding
      return isRounding ? 0 : squares[timepoint] / counts[timepoint]
    }
  }
}
