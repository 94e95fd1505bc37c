/// A random number generator that gives the same numbers in every run: SplitMix64, Steele, Lea &
/// Flood (2014), doi 10.1145/2660193.2660195.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Pairs of scores from 0 to 27 in steps of `step`, as a questionnaire gives them.
  mutating func pairs(_ count: Int, step: Double = 1) -> [(baseline: Double, followUp: Double)] {
    (0..<count).map { _ in
      let baseline = Int.random(in: 0...27, using: &self)
      let followUp = min(27, max(0, baseline + Int.random(in: -9...4, using: &self)))
      return (baseline: Double(baseline) * step, followUp: Double(followUp) * step)
    }
  }
}
