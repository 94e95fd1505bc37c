/// A random number generator that gives the same numbers in every run: SplitMix64, Steele, Lea &
/// Flood (2014), doi 10.1145/2660193.2660195.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Any number below `limit`, which is more than 0.
  package mutating func number(below limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &self)
  }

  /// One of `choices`, which are not empty.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[number(below: choices.count)]
  }

  /// True once in `count` times on average.
  package mutating func oneIn(_ count: Int) -> Bool {
    number(below: count) == 0
  }
}

/// Calls `body` with a generator for every seed.
package func eachSeed(
  _ seeds: Range<UInt64>, _ body: (inout SeededGenerator) throws -> Void
) rethrows {
  for seed in seeds {
    var generator = SeededGenerator(seed: seed)
    try body(&generator)
  }
}
