/// A random number generator that gives the same numbers in every run: SplitMix64, Steele, Lea &
/// Flood (2014), doi 10.1145/2660193.2660195.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in one of `count` cases.
  mutating func oneIn(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &self) == 0
  }
}

/// Calls `body` with a generator for every seed.
func withEverySeed(_ seeds: Range<UInt64>, _ body: (inout SeededGenerator) throws -> Void) rethrows
{
  for seed in seeds {
    var generator = SeededGenerator(state: seed)
    try body(&generator)
  }
}
