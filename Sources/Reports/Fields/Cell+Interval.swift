import Documents
import Statistics

extension Cell {
  /// The two ends of a confidence interval.
  static func interval(_ interval: ConfidenceInterval, decimals: Int) -> Cell {
    .interval(lower: interval.lower, upper: interval.upper, decimals: decimals)
  }
}

extension ReadableNumber {
  /// A confidence interval as text: `[−1.24, −0.98]`.
  static func interval(_ interval: ConfidenceInterval, decimals: Int) -> String {
    Self.interval(interval.lower, interval.upper, decimals: decimals)
  }
}
