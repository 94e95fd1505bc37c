/// The direction in which a score moves when a person gets better.
package enum Direction: String, CaseIterable, Sendable {
  case lowerIsBetter = "lower_is_better"
  case higherIsBetter = "higher_is_better"

  /// A change of score, in the same units, with its sign reversed if needed so that better is
  /// positive.
  package func improvement(of change: Double) -> Double {
    switch self {
    case .lowerIsBetter: -change
    case .higherIsBetter: change
    }
  }
}
