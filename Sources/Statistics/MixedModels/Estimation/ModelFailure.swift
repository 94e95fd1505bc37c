/// Why a model could not be fitted. Timepoints and groups are numbered from 0.
package enum ModelFailure: Error, Sendable, Equatable {
  /// Nobody of the group has a score at the timepoint, so that there is no mean to estimate.
  case noScores(group: Int, timepoint: Int)
  /// Nobody has scores at both timepoints, so that their covariance cannot be estimated.
  case neverScoredTogether(Int, Int)
  /// Everybody of each group has the same score at the timepoint: there is no variance to estimate.
  case noVariation(timepoint: Int)
  /// The likelihood grows without bound, or to an edge, where some scores follow exactly from
  /// others: perfect correlation, or too few participants for so many timepoints.
  case covarianceNotPositiveDefinite
  /// The data cannot tell the model's parameters apart.
  case notIdentified
  /// Two days have three variances and covariances, one fewer than random intercepts and slopes
  /// beside a residual need.
  case slopesNeedThreeDays
  /// The maximum was not reached within the given number of steps.
  case notConverged(steps: Int)
}
