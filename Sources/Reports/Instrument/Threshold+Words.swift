import Instruments
import Text

extension Threshold {
  /// A score, `≥ 10`, or numbers of points: `≥ 6 points`, `≥ 8 points for the better or ≥ 5 for the
  /// worse`.
  var numbers: String {
    let number = "\(comparison.sign) \(NumberText.shortest(value))"
    guard kind != .case else { return number }
    let worse = "\(comparison.sign) \(NumberText.shortest(valueForWorse))"
    return differsForWorse
      ? "\(number) points for the better or \(worse) for the worse" : "\(number) points"
  }
}
