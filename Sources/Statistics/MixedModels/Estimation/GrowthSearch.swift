/// The search for the covariance of random effects that maximizes the restricted likelihood of a
/// growth curve over all positive semidefinite ones.
///
/// In the interior, the parameters are free and Newton's method finds the maximum. If it leaves the
/// covariances that random effects can have, or finds nothing, the maximum is sought on the
/// boundary: covariance matrices g·g', in which level and slope determine each other, including
/// those with variances of 0. Bates, Mächler, Bolker & Walker (2015), "Fitting linear mixed-effects
/// models using lme4", doi 10.18637/jss.v067.i01, search the same set by the Cholesky factor of the
/// covariance.
struct GrowthSearch {
  let moments: [PatternMoments]
  let mean: MeanStructure
  let days: [Double]
  let randomEffects: GrowthCurve.RandomEffects

  /// The best fit, with true if it is singular.
  func maximum() throws(ModelFailure) -> (fit: MixedModelFit, isSingular: Bool) {
    do throws(ModelFailure) {
      let inside = try fit { $0.independence($1) }
      if isRegular(inside) { return (inside, false) }
    } catch .notIdentified {
      throw .notIdentified
    } catch {
      // If the likelihood grows toward covariances that random effects cannot have, the maximum is
      // on the boundary.
    }
    let edge = try edge()
    // From the boundary the search may find an interior maximum that it missed from independent
    // scores.
    if let inside = try? fit(from: { _, _ in step(inside: edge) }), isRegular(inside),
      inside.logLikelihood > edge.logLikelihood
    {
      return (inside, false)
    }
    return (edge, true)
  }

  private var structure: CovarianceStructure {
    switch randomEffects {
    case .intercept: .randomIntercept(timepoints: days.count)
    case .interceptAndSlope: .randomInterceptAndSlope(days: days)
    }
  }

  private var longest: Double { (days.max() ?? 0) - (days.min() ?? 0) }

  /// The fit with all parameters free, or restricted by a map.
  private func fit(
    _ map: ParameterMap? = nil,
    from start: (CovarianceStructure, _ variances: [Double]) -> [Double]
  ) throws(ModelFailure) -> MixedModelFit {
    try MixedModelFit(
      moments, mean: mean, covariance: map.map(structure.restricted) ?? structure, start: start)
  }

  /// The best of the singular fits.
  private func edge() throws(ModelFailure) -> MixedModelFit {
    let parameters = structure.directions.count
    let withoutEffects = try fit(.residualAlone(of: parameters)) { structure, variances in
      [structure.independence(variances)[parameters - 1]]
    }
    guard randomEffects == .interceptAndSlope else { return withoutEffects }
    // Half of the variance is given to random effects: to levels, to slopes, or to both with either
    // sign.
    let fits = [(1.0, 0.0), (0, 1), (1, 1), (1, -1)].compactMap { level, slope in
      try? fit(.rankOneInterceptAndSlope) { structure, variances in
        let half = structure.independence(variances)[parameters - 1] / 2
        return [half.squareRoot() * level, half.squareRoot() * slope / longest, half]
      }
    }
    // If random effects improve nothing, there are none, rather than some due to rounding.
    return fits.reduce(withoutEffects) { best, fit in
      let rounding = 1e-10 * (1 + best.logLikelihood.magnitude)
      return fit.logLikelihood > best.logLikelihood + rounding ? fit : best
    }
  }

  /// The θ of a covariance slightly inside the boundary.
  private func step(inside edge: MixedModelFit) -> [Double] {
    var parameters = edge.covarianceParameters
    let residual = parameters[parameters.count - 1]
    parameters[0] += residual / 10
    if randomEffects == .interceptAndSlope { parameters[2] += residual / 10 / (longest * longest) }
    return parameters
  }

  /// True if the covariance of the random effects is positive definite: as in lme4's `isSingular`,
  /// the diagonal of its Cholesky factor, in residual standard deviations, is above 1e-4. The unit
  /// of time is the span from the first timepoint to the last, so that the choice of unit does not
  /// matter.
  private func isRegular(_ fit: MixedModelFit) -> Bool {
    let parameters = fit.covarianceParameters
    let residual = parameters[parameters.count - 1]
    guard residual > 0 else { return false }
    var covariance = Matrix(diagonal: [parameters[0] / residual])
    if randomEffects == .interceptAndSlope {
      covariance = Matrix(diagonal: [
        parameters[0] / residual, parameters[2] * longest * longest / residual,
      ])
      covariance[1, 0] = parameters[1] * longest / residual
    }
    guard let factor = CholeskyFactor(covariance) else { return false }
    return factor.diagonal.allSatisfy { $0 > 1e-4 }
  }
}
