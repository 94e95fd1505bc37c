/// The ends of a two-sided confidence interval.
package struct ConfidenceInterval: Sendable, Equatable {
  /// The lower end, in the unit of the estimate.
  package let lower: Double
  /// The upper end, in the same unit; at least `lower`.
  package let upper: Double

  /// An interval from its ends, `lower` ≤ `upper`.
  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}
