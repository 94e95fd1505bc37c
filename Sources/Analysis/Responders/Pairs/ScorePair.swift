import Instruments

/// One participant's two scores of an instrument.
package struct ScorePair: Sendable, Equatable {
  package let baseline: Double
  package let followUp: Double

  package init(baseline: Double, followUp: Double) {
    self.baseline = baseline
    self.followUp = followUp
  }

  /// Follow-up − baseline.
  package var change: Double { followUp - baseline }

  /// The change with its sign chosen so that better is positive.
  func improvement(on instrument: Instrument) -> Double {
    instrument.direction.improvement(of: change)
  }

  /// The number of points between the two scores.
  ///
  /// Scores with decimals are rounded when they become binary, so that a difference of 6 points may
  /// come out as 5.999…: a difference that close to `line` is treated as equal to `line`.
  func size(besideLine line: Double) -> Double {
    let size = change.magnitude
    let rounding = 4 * Double.ulpOfOne * max(baseline.magnitude, followUp.magnitude)
    return (size - line).magnitude <= rounding ? line : size
  }
}
