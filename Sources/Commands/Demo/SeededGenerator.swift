/// A generator of random numbers that are the same in every run and on every machine: SplitMix64
/// (Steele, Lea & Flood 2014, “Fast splittable pseudorandom number generators”, doi
/// 10.1145/2660193.2660195).
///
/// The derived draws use only integers, additions, multiplications and square roots, which IEEE 754
/// rounds the same way everywhere.
struct SeededGenerator: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// Creates one of many independent streams.
  init(seed: UInt64, stream: Int) {
    var root = SeededGenerator(seed: seed &+ UInt64(stream) &* Self.increment)
    state = root.next()
  }

  /// Returns the next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= Self.increment
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Returns a whole number from 0 up to, but not including, `bound`: the high half of a product
  /// (Lemire 2019, doi 10.1145/3230636, without its correction of the bias, which is far below 2⁻⁵⁰
  /// here).
  mutating func number(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Returns one of the values, all equally likely.
  mutating func choice<Value>(of values: [Value]) -> Value {
    values[number(below: values.count)]
  }

  /// Returns a position with a probability proportional to its weight.
  /// - Parameter sums: the running sums of the weights; the last one is above 0.
  mutating func position(inRunningWeights sums: [Double]) -> Int {
    let target = Double(next() >> 11) * 0x1p-53 * (sums.last ?? 0)
    var range = 0..<sums.count - 1
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = sums[middle] > target ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }

  /// Returns true with this probability.
  mutating func chance(_ probability: Double) -> Bool {
    Double(next() >> 11) < probability * 0x1p53
  }

  /// Returns a deviate with mean 0 and standard deviation 1, nearly normal: the sum of four uniform
  /// whole numbers of 16 bits (Irwin–Hall distribution), never beyond ±3.5.
  mutating func deviate() -> Double {
    let bits = next()
    let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
    return (Double(sum) - 2 * 0xFFFF) * (3.0.squareRoot() / 0x1p16)
  }

  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15
}
