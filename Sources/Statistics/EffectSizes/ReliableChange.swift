/// How large one person's change must be to exceed the error of measurement.
///
/// Jacobson & Truax (1991), doi 10.1037/0022-006X.59.1.12. Which standard deviation (of this
/// sample's baseline or of a norm) and which reliability (alpha or retest) is the caller's to say.
package struct ReliableChange: Sendable, Equatable {
  /// The standard error of measurement, s·√(1 − r), in the unit of the instrument.
  package let standardErrorOfMeasurement: Double
  /// The standard error of the difference of two scores, √2 times the former.
  package let standardErrorOfDifference: Double
  /// What the index has to exceed: the normal quantile 1.959963984540054 for 0.95.
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

  /// What a change has to exceed, in the unit of the instrument.
  package var threshold: Double { criticalValue * standardErrorOfDifference }

  /// The reliable change index: change ÷ `standardErrorOfDifference`, with the sign of the change.
  package func index(ofChange change: Double) -> Double { change / standardErrorOfDifference }

  /// Whether a change, up or down, exceeds the error of measurement: strictly.
  package func isReliable(change: Double) -> Bool { change.magnitude > threshold }

  /// The smallest reliable change that can occur.
  ///
  /// - Parameter step: the step of the scale, positive: 1 for whole scores.
  package func smallestReliableChange(step: Double = 1) -> Double {
    // One step more than fit into the threshold: a change as large as it is not enough.
    ((threshold / step).rounded(.down) + 1) * step
  }
}
