/// A straight line over days for each participant about one line for all, or for each group, fitted
/// by restricted maximum likelihood.
///
/// Laird & Ware (1982), doi 10.2307/2529876. R: `lme4::lmer(score ~ day + (day | id))`.
package struct GrowthCurve: Sendable {
  /// In what the participants differ from the common line.
  package enum RandomEffects: Sendable, Equatable {
    /// In their level only.
    case intercept
    /// In their level at day 0 and in their slope.
    case interceptAndSlope
  }

  /// The fitted model.
  package let fit: MixedModelFit
  /// In what the participants differ.
  package let randomEffects: RandomEffects
  private let groups: Int

  /// Fits the model.
  ///
  /// Where the best covariance matrix is not that of any random effects, or within lme4's tolerance
  /// of not being it, the fit is singular, and fails as such.
  ///
  /// - Parameters:
  ///   - statistics: the cohort; groups as they were added.
  ///   - days: the day of each timepoint, at least two of them different.
  package init(
    _ statistics: PatternStatistics, days: [Double], randomEffects: RandomEffects
  ) throws(ModelFailure) {
    try self.init(
      statistics.moments, mean: .lines(days: days, groups: statistics.groups), days: days,
      randomEffects: randomEffects, groups: statistics.groups)
  }

  /// Fits the model to moments, with any means.
  init(
    _ moments: [PatternMoments], mean: MeanStructure, days: [Double],
    randomEffects: RandomEffects, groups: Int
  ) throws(ModelFailure) {
    self.randomEffects = randomEffects
    self.groups = groups
    let structure: CovarianceStructure =
      switch randomEffects {
      case .intercept: .randomIntercept(timepoints: days.count)
      case .interceptAndSlope: .randomInterceptAndSlope(days: days)
      }
    fit = try MixedModelFit(moments, mean: mean, covariance: structure)
    let longest = (days.max() ?? 0) - (days.min() ?? 0)
    guard isRegular(longest: longest) else { throw .singularRandomEffects }
  }

  /// Random intercepts and slopes; where those are singular or cannot be told apart, random intercepts,
  /// with the reason for it.
  package static func simplestNeeded(
    _ statistics: PatternStatistics, days: [Double]
  ) throws(ModelFailure) -> (curve: GrowthCurve, withoutSlopes: ModelFailure?) {
    do {
      let curve = try GrowthCurve(statistics, days: days, randomEffects: .interceptAndSlope)
      return (curve, nil)
    } catch {
      return (try GrowthCurve(statistics, days: days, randomEffects: .intercept), error)
    }
  }

  /// The mean of a group's line at day 0.
  package func intercept(
    group: Int = 0, _ method: DegreesOfFreedomMethod, confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    contrast(of: group, intercept: 1, slope: 0, method, confidenceLevel)
  }

  /// The change of a group a day.
  package func slope(
    group: Int = 0, _ method: DegreesOfFreedomMethod, confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    contrast(of: group, intercept: 0, slope: 1, method, confidenceLevel)
  }

  /// A group's slope − that of another group; nil for a group beside itself.
  package func differenceInSlope(
    group: Int, from reference: Int = 0, _ method: DegreesOfFreedomMethod,
    confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    guard (0..<groups).contains(group), (0..<groups).contains(reference) else { return nil }
    var weights = [Double](repeating: 0, count: fit.effects.count)
    weights[2 * group + 1] += 1
    weights[2 * reference + 1] -= 1
    return fit.contrast(weights, method, confidenceLevel: confidenceLevel)
  }

  /// The variance of the participants' intercepts, in squared units of the instrument.
  package var interceptVariance: Double { fit.covarianceParameters[0] }

  /// The covariance of intercepts with slopes; nil without random slopes.
  package var interceptSlopeCovariance: Double? {
    randomEffects == .interceptAndSlope ? fit.covarianceParameters[1] : nil
  }

  /// The variance of the participants' slopes; nil without random slopes.
  package var slopeVariance: Double? {
    randomEffects == .interceptAndSlope ? fit.covarianceParameters[2] : nil
  }

  /// The variance of scores about each participant's own line.
  package var residualVariance: Double {
    fit.covarianceParameters[fit.covarianceParameters.count - 1]
  }

  private func contrast(
    of group: Int, intercept: Double, slope: Double, _ method: DegreesOfFreedomMethod,
    _ confidenceLevel: Double
  ) -> ModelContrast? {
    guard (0..<groups).contains(group) else { return nil }
    var weights = [Double](repeating: 0, count: fit.effects.count)
    weights[2 * group] = intercept
    weights[2 * group + 1] = slope
    return fit.contrast(weights, method, confidenceLevel: confidenceLevel)
  }

  /// Whether the covariance of the random effects is positive definite: as in lme4's `isSingular`, the
  /// diagonal of its Cholesky factor, in residual standard deviations, is above 1e-4. So that the unit
  /// of time does not decide, it is the time from the first timepoint to the last.
  private func isRegular(longest: Double) -> Bool {
    guard residualVariance > 0 else { return false }
    var covariance = Matrix(diagonal: [interceptVariance / residualVariance])
    if let slopeVariance, let interceptSlopeCovariance {
      covariance = Matrix(diagonal: [
        interceptVariance / residualVariance,
        slopeVariance * longest * longest / residualVariance,
      ])
      covariance[1, 0] = interceptSlopeCovariance * longest / residualVariance
    }
    guard let factor = CholeskyFactor(covariance) else { return false }
    return factor.diagonal.allSatisfy { $0 > 1e-4 }
  }
}
