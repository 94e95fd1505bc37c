/// A straight line over days for each participant around a common line, or one for each group,
/// fitted by restricted maximum likelihood.
///
/// Laird & Ware (1982), doi 10.2307/2529876. R: `lme4::lmer(score ~ day + (day | id))`.
///
/// The likelihood is maximized over all covariance matrices that random effects can have, including
/// singular ones, as in lme4. If the best one is singular, the fit is on the boundary of the
/// parameter space: standard errors are then unadjusted, and degrees of freedom are Satterthwaite's
/// with the information of the parameters that remain free, as in R's lmerTest. Kenward & Roger's
/// adjustment is not used there, since it relies on expansions around an interior point.
package struct GrowthCurve: Sendable {
  /// The respects in which participants differ from the common line.
  package enum RandomEffects: Sendable, Equatable {
    /// The level only.
    case intercept
    /// The level at day 0 and the slope.
    case interceptAndSlope
  }

  /// The fitted model.
  package let fit: MixedModelFit
  /// The random effects in the model.
  package let randomEffects: RandomEffects
  /// True if the covariance matrix of the random effects is singular, or within lme4's tolerance of
  /// it: one effect has no variance, or is determined by the other.
  package let isSingular: Bool
  private let groups: Int

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - statistics: the cohort; groups in the order in which they were added.
  ///   - days: the day of each timepoint, at least two different days, three with random slopes.
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
    guard randomEffects == .intercept || Set(days).count > 2 else { throw .slopesNeedThreeDays }
    let search = GrowthSearch(
      moments: moments, mean: mean, days: days, randomEffects: randomEffects)
    (fit, isSingular) = try search.maximum()
  }

  /// Fits random intercepts and slopes, or random intercepts alone, with the reason, if the data
  /// cannot identify both.
  package static func largestIdentified(
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

  /// A group's change per day.
  package func slope(
    group: Int = 0, _ method: DegreesOfFreedomMethod, confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    contrast(of: group, intercept: 0, slope: 1, method, confidenceLevel)
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

  /// The variance of scores around each participant's own line.
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
}
