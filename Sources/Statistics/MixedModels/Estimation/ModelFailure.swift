/// The reason why a model could not be fitted. Timepoints and groups are numbered from 0.
package enum ModelFailure: Error, Sendable, Equatable {
  /// No participant of the group has a score at the timepoint, so there is no mean to estimate.
  case noScores(group: Int, timepoint: Int)
  /// No participant has scores at both timepoints, so their covariance cannot be estimated.
  case neverScoredTogether(Int, Int)
  /// Within each group all participants have the same score at the timepoint, so there is no
  /// variance to estimate.
  case noVariation(timepoint: Int)
  /// The likelihood grows without bound, or toward the boundary, because some scores are determined
  /// by others: perfect correlation, or too few participants for so many timepoints.
  case covarianceNotPositiveDefinite
  /// The data do not identify the model's parameters.
  case notIdentified
  /// Scores on two days have three variances and covariances, one fewer than random intercepts,
  /// random slopes and a residual need.
  case slopesNeedThreeDays
  /// The maximum was not reached within this number of steps.
  case notConverged(steps: Int)
}
