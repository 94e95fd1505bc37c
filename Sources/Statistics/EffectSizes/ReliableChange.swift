/// The size that one person's change must have to exceed measurement error.
///
/// Jacobson & Truax (1991), doi 10.1037/0022-006X.59.1.12. The caller chooses the standard
/// deviation (of this sample's baseline or of a norm) and the reliability (alpha or retest).
package struct ReliableChange: Sendable, Equatable {
  /// The standard error of measurement, s·√(1 − r), in the unit of the instrument.
  package let standardErrorOfMeasurement: Double
  /// The standard error of the difference between two scores, √2 times the standard error of
  /// measurement.
  package let standardErrorOfDifference: Double
  /// The value that the index must exceed: the normal quantile 1.959963984540054 for 0.95.
  package let criticalValue: Double

  /// - Parameters:
  ///   - standardDeviation: of scores between people, s, positive.
  ///   - reliability: r, at least 0 and below 1.
  ///   - confidenceLevel: strictly between 0 and 1.
  /// - Returns: nil for anything else.
  package init?(standardDeviation: Double, reliability: Double, confidenceLevel: Double = 0.95) {
    guard standardDeviation > 0, standardDeviation.isFinite, reliability >= 0, reliability < 1,
      let criticalValue = NormalDistribution().criticalValue(confidenceLevel: confidenceLevel)
    else { return nil }
    standardErrorOfMeasurement = standardDeviation * (1 - reliability).squareRoot()
    standardErrorOfDifference = 2.0.squareRoot() * standardErrorOfMeasurement
    self.criticalValue = criticalValue
  }

  /// The size that a change must exceed, in the unit of the instrument.
  package var threshold: Double { criticalValue * standardErrorOfDifference }

  /// The reliable change index: change ÷ `standardErrorOfDifference`, with the sign of the change.
  package func index(ofChange change: Double) -> Double { change / standardErrorOfDifference }

  /// The smallest reliable change that can occur.
  ///
  /// - Parameter step: the step of the scale, positive: 1 for whole scores.
  package func smallestReliableChange(step: Double = 1) -> Double {
    // One step more than fits into the threshold: a change equal to the threshold is not enough.
    ((threshold / step).rounded(.down) + 1) * step
  }
}
