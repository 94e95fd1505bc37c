/// Random numbers that are the same in every run and on every machine: SplitMix64 (Steele, Lea &
/// Flood 2014, “Fast splittable pseudorandom number generators”, doi 10.1145/2660193.2660195).
///
/// The derived draws use whole numbers, additions, multiplications and square roots only, which
/// IEEE 754 rounds the same way everywhere.
struct SeededGenerator: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// One of many streams that have nothing to do with each other.
  init(seed: UInt64, stream: Int) {
    var root = SeededGenerator(seed: seed &+ UInt64(stream) &* Self.increment)
    state = root.next()
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= Self.increment
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number from 0 up to, but not including, `bound`: the high half of a product (Lemire
  /// 2019, doi 10.1145/3230636, without its correction of a bias far below one in 2⁵⁰ here).
  mutating func number(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// One of the values, each as likely as any other.
  mutating func choice<Value>(of values: [Value]) -> Value {
    values[number(below: values.count)]
  }

  /// A position, each as likely as its weight.
  /// - Parameter sums: for each position, its weight and those before it added up, above 0 at the
  ///   end.
  mutating func position(inRunningWeights sums: [Double]) -> Int {
    let target = Double(next() >> 11) * 0x1p-53 * (sums.last ?? 0)
    var range = 0..<sums.count - 1
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = sums[middle] > target ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }

  /// Whether something of this probability happens.
  mutating func chance(_ probability: Double) -> Bool {
    Double(next() >> 11) < probability * 0x1p53
  }

  /// A deviate of mean 0 and standard deviation 1, nearly normal: the sum of four uniform whole
  /// numbers of 16 bits (Irwin–Hall distribution), never beyond ±3.5.
  mutating func deviate() -> Double {
    let bits = next()
    let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
    return (Double(sum) - 2 * 0xFFFF) * (3.0.squareRoot() / 0x1p16)
  }

  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15
}
