/// A straight line over days for each participant about one line for all, or for each group, fitted
/// by restricted maximum likelihood.
///
/// Laird & Ware (1982), doi 10.2307/2529876. R: `lme4::lmer(score ~ day + (day | id))`.
///
/// The likelihood is made greatest over all covariance matrices that random effects can have,
/// singular ones included, as lme4 does. Where the best one is singular, the fit is at the edge of
/// what is allowed: standard errors are then the plain ones, and degrees of freedom
/// Satterthwaite's, with the information of the parameters that are free there, as in R's lmerTest.
/// Kenward & Roger's adjustment stands on expansions about a point inside, and is not used.
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
  /// In what the participants may differ.
  package let randomEffects: RandomEffects
  /// Whether the covariance matrix of the random effects is singular, or within lme4's tolerance of
  /// it: one of them has no variance, or follows from the other.
  package let isSingular: Bool
  private let groups: Int

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - statistics: the cohort; groups as they were added.
  ///   - days: the day of each timepoint, at least two of them different; with random slopes three.
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

  /// Random intercepts and slopes; where the data cannot tell those apart, random intercepts, with
  /// the reason for it.
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
}
