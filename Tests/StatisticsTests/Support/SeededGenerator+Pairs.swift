import TestSupport

extension SeededGenerator {
  /// Pairs of scores from 0 to 27 in steps of `step`, as a questionnaire gives them.
  mutating func pairs(_ count: Int, step: Double = 1) -> [(baseline: Double, followUp: Double)] {
    (0..<count).map { _ in
      let baseline = Int.random(in: 0...27, using: &self)
      let followUp = min(27, max(0, baseline + Int.random(in: -9...4, using: &self)))
      return (baseline: Double(baseline) * step, followUp: Double(followUp) * step)
    }
  }
}
