import Instruments
import Text

extension Threshold {
  /// A score, `≥ 10`, or points of change: `≥ 6 points`, `≥ 8 points for improvement, or ≥ 5 for
  /// deterioration`.
  var numbers: String {
    let number = "\(comparison.sign) \(NumberText.shortest(value))"
    guard kind != .case else { return number }
    let worse = "\(comparison.sign) \(NumberText.shortest(valueForWorse))"
    return differsForWorse
      ? "\(number) points for improvement, or \(worse) for deterioration" : "\(number) points"
  }
}
