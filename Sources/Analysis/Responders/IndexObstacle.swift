import Statistics

/// The reason why there is no reliable change index.
package enum IndexObstacle: Error, Sendable, Equatable {
  /// No reliability was given or published, and too few answers were entered to compute one.
  case noReliability
  /// Cronbach's alpha of the cohort is below `Reliability.lowestAlpha`, and no other reliability is
  /// known.
  case alphaIsLow(CronbachAlpha)
  /// A number that leaves no measurement error, or is not a reliability.
  case impossibleReliability(Double)
  /// Too few participants are scored to compute a standard deviation, and none was given from a
  /// norm.
  case tooFewPairs
  /// All baseline scores are equal.
  case noSpread
}
