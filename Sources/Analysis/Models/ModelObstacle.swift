import Records
import Statistics

/// Why a model could not be fitted, in the words of the program.
package enum ModelObstacle: Error, Sendable, Equatable {
  /// Nobody has a score at the timepoint.
  case noScores(TimepointID)
  /// Nobody has a score at any follow-up.
  case noFollowUp
  /// All scores were asked for on the same day after enrollment.
  case oneDay
  /// Fewer than two groups have the scores that a model needs.
  case tooFewGroups
  /// There are no timepoints to compare groups at, since everybody together has no model.
  case noModelOfEverybody
  /// The group that the others are to be compared with lacks scores at a timepoint of the model.
  case noReference
  /// More than `mostGroups`.
  case tooManyGroups
  /// More than `mostTimepoints`, or for lines more than `mostTimepointsOfLines`.
  case tooManyTimepoints(most: Int)
  /// Nobody has scores at both timepoints.
  case neverScoredTogether(TimepointID, TimepointID)
  /// All scores at the timepoint are alike.
  case noVariation(TimepointID)
  /// Some scores follow exactly from others, or there are too few participants.
  case covarianceNotPositiveDefinite
  /// The data cannot tell the parameters apart.
  case notIdentified
  /// There are two days at most, so that slopes cannot be told from scatter.
  case slopesNeedThreeDays
  /// No maximum was found within the given number of steps.
  case notConverged(steps: Int)

  /// How many groups are compared at most: every two of them are.
  package static let mostGroups = 30
  /// How many timepoints a model has at most: a covariance is estimated for every two of them.
  package static let mostTimepoints = 16
  /// How many timepoints lines have at most: as many as `PatternStatistics` tells apart.
  package static let mostTimepointsOfLines = 64

  /// - Parameter timepoints: those of the model, in its order.
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
