/// The unit of a score.
package enum Metric: String, CaseIterable, Sendable {
  /// Points of a summed or averaged questionnaire.
  case points
  /// Days out of the past thirty.
  case days
  /// Standardized to mean 50 and standard deviation 10 of a reference population.
  case tScore = "t_score"

  /// True if a percent change is meaningful: a T score has no zero to take a percentage from.
  package var allowsPercentChange: Bool { self != .tScore }
}
