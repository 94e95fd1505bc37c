import Records
import Statistics

/// The reason why a model could not be fitted, in the program's terms.
package enum ModelObstacle: Error, Sendable, Equatable {
  /// No participant has a score at the timepoint.
  case noScores(TimepointID)
  /// No participant has a score at any follow-up.
  case noFollowUp
  /// All scores belong to the same day after enrollment.
  case oneDay
  /// Fewer than two groups have the scores that a model needs.
  case tooFewGroups
  /// There are no timepoints at which to compare groups, since all participants together have no
  /// model.
  case noModelOfEverybody
  /// The reference group lacks scores at a timepoint of the model.
  case noReference
  /// There are more groups than `mostGroups`.
  case tooManyGroups
  /// There are more timepoints than `mostTimepoints`, or for lines, than `mostTimepointsOfLines`.
  case tooManyTimepoints(most: Int)
  /// No participant has scores at both timepoints.
  case neverScoredTogether(TimepointID, TimepointID)
  /// All scores at the timepoint are equal.
  case noVariation(TimepointID)
  /// Some scores are determined by others, or there are too few participants.
  case covarianceNotPositiveDefinite
  /// The data do not identify the parameters.
  case notIdentified
  /// There are at most two days, so slopes cannot be separated from residuals.
  case slopesNeedThreeDays
  /// No maximum was found within the given number of steps.
  case notConverged(steps: Int)

  /// The largest number of groups compared, since every two of them are.
  package static let mostGroups = 30
  /// The largest number of timepoints in a model, since a covariance is estimated for every two of
  /// them.
  package static let mostTimepoints = 16
  /// The largest number of timepoints for lines, the limit of `PatternStatistics`.
  package static let mostTimepointsOfLines = 64

  /// - Parameter timepoints: the timepoints of the model, in its order.
  init(_ failure: ModelFailure, _ timepoints: [Timepoint]) {
    self =
      switch failure {
      case .noScores(_, let timepoint): .noScores(timepoints[timepoint].id)
      case .neverScoredTogether(let earlier, let later):
        .neverScoredTogether(timepoints[earlier].id, timepoints[later].id)
      case .noVariation(let timepoint): .noVariation(timepoints[timepoint].id)
      case .covarianceNotPositiveDefinite: .covarianceNotPositiveDefinite
      case .notIdentified: .notIdentified
      case .slopesNeedThreeDays: .slopesNeedThreeDays
      case .notConverged(let steps): .notConverged(steps: steps)
      }
  }
}
