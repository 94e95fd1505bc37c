import Statistics

/// Why there is no reliable change index.
package enum IndexObstacle: Error, Sendable, Equatable {
  /// None was given or published, and too few answers were entered to compute one.
  case noReliability
  /// Cronbach's alpha of the cohort is below `Reliability.lowestAlpha`, and nothing else is known.
  case alphaIsLow(CronbachAlpha)
  /// A number that leaves no error of measurement, or is not a reliability.
  case impossibleReliability(Double)
  /// Too few are scored to have a spread, and no norm's was given.
  case tooFewPairs
  /// All baseline scores are equal.
  case noSpread
}
