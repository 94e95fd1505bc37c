/// Which way a score moves when a person gets better.
package enum Direction: String, CaseIterable, Sendable {
  case lowerIsBetter = "lower_is_better"
  case higherIsBetter = "higher_is_better"

  /// A change of score with its sign turned so that better is positive; the same units.
  package func improvement(of change: Double) -> Double {
    switch self {
    case .lowerIsBetter: -change
    case .higherIsBetter: change
    }
  }
}
