/// The search for the covariance of random effects at which the restricted likelihood of a growth
/// curve is greatest, over all that are positive semidefinite.
///
/// Inside, the parameters are free, and Newton's method finds the maximum. Where it leaves what
/// random effects can have, or finds nothing, the maximum is looked for at the edge: covariance
/// matrices g·g' of which level and slope determine each other, with variances of 0 among them.
/// Bates, Mächler, Bolker & Walker (2015), "Fitting linear mixed-effects models using lme4", doi
/// 10.18637/jss.v067.i01, search the same set by the Cholesky factor of the covariance.
struct GrowthSearch {
  let moments: [PatternMoments]
  let mean: MeanStructure
  let days: [Double]
  let randomEffects: GrowthCurve.RandomEffects

  /// The best fit, and whether it is singular.
  func maximum() throws(ModelFailure) -> (fit: MixedModelFit, isSingular: Bool) {
    do throws(ModelFailure) {
      let inside = try fit { $0.independence($1) }
      if isRegular(inside) { return (inside, false) }
    } catch .notIdentified {
      throw .notIdentified
    } catch {
      // Where the likelihood grows toward covariances that random effects cannot have, the maximum
      // is at the edge.
    }
    let edge = try edge()
    // From the edge the search may find a way inside that it missed from independent scores.
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
    // Half of the variance is given to random effects: to levels, slopes, or both in either way.
    let fits = [(1.0, 0.0), (0, 1), (1, 1), (1, -1)].compactMap { level, slope in
      try? fit(.rankOneInterceptAndSlope) { structure, variances in
        let half = structure.independence(variances)[parameters - 1] / 2
        return [half.squareRoot() * level, half.squareRoot() * slope / longest, half]
      }
    }
    // Where nothing is gained by random effects there are none, rather than some of rounding.
    return fits.reduce(withoutEffects) { best, fit in
      let rounding = 1e-10 * (1 + best.logLikelihood.magnitude)
      return fit.logLikelihood > best.logLikelihood + rounding ? fit : best
    }
  }

  /// θ of a covariance that is a little way inside from one at the edge.
  private func step(inside edge: MixedModelFit) -> [Double] {
    var parameters = edge.covarianceParameters
    let residual = parameters[parameters.count - 1]
    parameters[0] += residual / 10
    if randomEffects == .interceptAndSlope { parameters[2] += residual / 10 / (longest * longest) }
    return parameters
  }

  /// Whether the covariance of the random effects is positive definite: as in lme4's `isSingular`,
  /// the diagonal of its Cholesky factor, in residual standard deviations, is above 1e-4. So that
  /// the unit of time does not decide, it is the time from the first timepoint to the last.
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
