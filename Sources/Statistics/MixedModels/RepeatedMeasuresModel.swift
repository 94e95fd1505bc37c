/// The mixed model for repeated measures (MMRM): a mean for each timepoint, an unstructured
/// covariance of a participant's scores, and restricted maximum likelihood.
///
/// Every participant with at least one score counts; the baseline is a response like the others.
/// Groups differ in their means and share the covariance. Timepoint 0 is the baseline; timepoints
/// and groups are numbered from 0. R: `nlme::gls(corSymm, varIdent)`, `mmrm(us(visit | id))`.
package struct RepeatedMeasuresModel: Sendable {
  /// The assumption about the groups' means at baseline.
  package enum Baseline: String, CaseIterable, Sendable {
    /// All groups have the same mean at baseline, as after randomization: constrained longitudinal
    /// data analysis, Liang & Zeger (2000), "Longitudinal data analysis of continuous and discrete
    /// responses for pre-post designs", Sankhyā B 62.
    case common
    /// Each group has its own mean at baseline, as in an evaluation of sites.
    case separate
  }

  /// The fitted model.
  package let fit: MixedModelFit
  private let mean: MeanStructure
  private let timepoints: Int
  private let groups: Int

  /// Fits the model; the cost does not depend on the number of participants.
  ///
  /// - Parameters:
  ///   - statistics: the cohort; groups in the order in which they were added.
  ///   - baseline: has no effect for a single group.
  package init(
    _ statistics: PatternStatistics, baseline: Baseline = .separate
  ) throws(ModelFailure) {
    timepoints = statistics.timepoints
    groups = statistics.groups
    switch baseline {
    case .separate: mean = .cellMeans(timepoints: timepoints, groups: groups)
    case .common: mean = .commonBaseline(timepoints: timepoints, groups: groups)
    }
    let moments = statistics.moments
    for group in 0..<groups {
      let scored = Self.scoredTimepoints(moments.filter { $0.group == group })
      for timepoint in 0..<timepoints where !scored.contains(timepoint) {
        throw .noScores(group: group, timepoint: timepoint)
      }
    }
    for later in 0..<timepoints {
      let scored = Self.scoredTimepoints(moments.filter { $0.observed.contains(later) })
      for earlier in 0..<later where !scored.contains(earlier) {
        throw .neverScoredTogether(earlier, later)
      }
    }
    fit = try MixedModelFit(
      moments, mean: mean, covariance: .unstructured(timepoints: timepoints))
  }

  /// The mean of a group at a timepoint; nil for one that does not exist.
  package func mean(
    at timepoint: Int, group: Int = 0, _ method: DegreesOfFreedomMethod,
    confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    weights(at: timepoint, group: group).flatMap {
      fit.contrast($0, method, confidenceLevel: confidenceLevel)
    }
  }

  /// A group's mean at a timepoint minus its mean at baseline; nil for the baseline itself.
  package func change(
    at timepoint: Int, group: Int = 0, _ method: DegreesOfFreedomMethod,
    confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    changeWeights(at: timepoint, group: group).flatMap {
      fit.contrast($0, method, confidenceLevel: confidenceLevel)
    }
  }

  /// A group's change at a timepoint minus that of another group.
  ///
  /// - Returns: nil for the baseline, and if both are the same group.
  package func differenceInChange(
    at timepoint: Int, group: Int, from reference: Int = 0, _ method: DegreesOfFreedomMethod,
    confidenceLevel: Double = 0.95
  ) -> ModelContrast? {
    guard let weights = changeWeights(at: timepoint, group: group),
      let others = changeWeights(at: timepoint, group: reference)
    else { return nil }
    return fit.contrast(
      zip(weights, others).map(-), method, confidenceLevel: confidenceLevel)
  }

  /// Tests that the mean did not change from baseline at any timepoint, in one group.
  package func testOfAnyChange(
    group: Int = 0, _ information: DegreesOfFreedomMethod.Information = .observed
  ) -> JointTest? {
    fit.jointTest(
      (1..<max(timepoints, 1)).compactMap { changeWeights(at: $0, group: group) }, information)
  }

  /// Tests that all groups changed equally at every timepoint: the interaction of group and time.
  package func testOfInteraction(
    _ information: DegreesOfFreedomMethod.Information = .observed
  ) -> JointTest? {
    fit.jointTest(
      (1..<max(timepoints, 1)).flatMap { timepoint in
        (1..<max(groups, 1)).compactMap { group in
          changeWeights(at: timepoint, group: group).flatMap { weights in
            changeWeights(at: timepoint, group: 0).map { zip(weights, $0).map(-) }
          }
        }
      }, information)
  }

  /// The correlation of the scores at two timepoints.
  package func correlation(_ first: Int, _ second: Int) -> Double {
    let variances = fit.covariance[first, first] * fit.covariance[second, second]
    return fit.covariance[first, second] / variances.squareRoot()
  }

  /// The weights of the effects for a group's mean at a timepoint.
  private func weights(at timepoint: Int, group: Int) -> [Double]? {
    guard (0..<timepoints).contains(timepoint), (0..<groups).contains(group) else { return nil }
    return mean.designs[group].row(timepoint)
  }

  private func changeWeights(at timepoint: Int, group: Int) -> [Double]? {
    guard let weights = weights(at: timepoint, group: group),
      let baseline = self.weights(at: 0, group: group)
    else { return nil }
    return zip(weights, baseline).map(-)
  }

  private static func scoredTimepoints(_ moments: [PatternMoments]) -> ObservedTimepoints {
    ObservedTimepoints(moments.flatMap(\.observed.timepoints))
  }
}
