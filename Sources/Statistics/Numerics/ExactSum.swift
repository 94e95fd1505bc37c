/// A running sum of finite numbers without any rounding, so that neither the order of the terms nor
/// their division into parts changes a bit of it.
///
/// While the sum is exact as a `Double`, as sums of whole numbers are, it is kept as one. Terms
/// that would be rounded go to a fixed-point number wide enough for every `Double`: Neal (2015),
/// "Fast exact summation using small and large superaccumulators", arXiv 1505.05571.
package struct ExactSum: Sendable {
  /// The sum of the terms that could be added exactly.
  private var fastPart = 0.0
  /// The sum of the other terms, in units of 2⁻¹⁰⁷⁴: limb i counts multiples of 2³²ⁱ, and may be
  /// negative or, between two carries, exceed 32 bits. Empty until the first such term.
  private var limbs: [Int64] = []
  private var additionsSinceCarry = 0

  /// An empty sum, which is 0.
  package init() {}

  /// The sum to about 32 digits, as an unevaluated sum of two numbers; `low` is at most half a unit
  /// in the last place of `high`. Equal sums give equal parts.
  package var value: (high: Double, low: Double) {
    guard !limbs.isEmpty else { return (fastPart, 0) }
    var sum = self
    sum.addToLimbs(fastPart)
    sum.carry()
    let isNegative = sum.limbs[Self.limbCount - 1] < 0
    if isNegative {
      for place in sum.limbs.indices { sum.limbs[place].negate() }
      sum.carry()
    }
    let magnitude = sum.magnitude
    return isNegative ? (-magnitude.high, -magnitude.low) : magnitude
  }

  /// Adds one finite term.
  package mutating func add(_ term: Double) {
    let (sum, lost) = Self.roundedSum(fastPart, term)
    if lost == 0 {
      fastPart = sum
    } else {
      addToLimbs(term)
    }
  }

  /// Adds a product without rounding it.
  ///
  /// - Parameters: the factors, finite; their product must neither overflow nor be smaller than
  ///   1e-290 unless it is 0.
  package mutating func addProduct(_ a: Double, _ b: Double) {
    let product = a * b
    add(product)
    let lost = (-product).addingProduct(a, b)
    if lost != 0 { add(lost) }
  }

  /// Adds all terms of another sum.
  package mutating func add(_ other: ExactSum) {
    add(other.fastPart)
    guard !other.limbs.isEmpty else { return }
    var other = other
    other.carry()
    carry()
    for place in limbs.indices { limbs[place] += other.limbs[place] }
    carry()
  }

  /// Adds a term whose lowest bit is 32·i + shift places above that of the smallest `Double`.
  private mutating func addToLimbs(_ term: Double) {
    if limbs.isEmpty || additionsSinceCarry == Self.additionsBetweenCarries { carry() }
    additionsSinceCarry += 1
    let isNormal = term.exponentBitPattern > 0
    let significand = term.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let position = isNormal ? Int(term.exponentBitPattern) - 1 : 0
    let (limb, shift) = (position / 32, position % 32)
    let low = Int64((significand << shift) & 0xFFFF_FFFF)
    let high = Int64(significand >> (32 - shift))
    limbs[limb] += term.sign == .minus ? -low : low
    limbs[limb + 1] += term.sign == .minus ? -high : high
  }

  /// Reduces each limb to 32 bits, and leaves the sign in the last.
  private mutating func carry() {
    if limbs.isEmpty { limbs = [Int64](repeating: 0, count: Self.limbCount) }
    additionsSinceCarry = 0
    for place in 0..<(Self.limbCount - 1) {
      limbs[place + 1] += limbs[place] >> 32
      limbs[place] &= 0xFFFF_FFFF
    }
  }

  /// The value of limbs that are all 0 or positive, from the highest down.
  private var magnitude: (high: Double, low: Double) {
    var (high, low) = (0.0, 0.0)
    for place in limbs.indices.reversed() where limbs[place] != 0 {
      let part = Double(
        sign: .plus, exponent: 32 * place - 1074, significand: Double(limbs[place]))
      let (sum, lost) = Self.roundedSum(high, part)
      (high, low) = (sum, low + lost)
    }
    return Self.roundedSum(high, low)
  }

  /// a + b as a rounded sum and its rounding error: Knuth, The Art of Computer Programming 2,
  /// section 4.2.2, theorem B.
  private static func roundedSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
    let sum = a + b
    let partOfB = sum - a
    return (sum, (a - (sum - partOfB)) + (b - partOfB))
  }

  /// The largest `Double` reaches limb 64; one more makes room for carries.
  private static let limbCount = 66
  /// A term adds less than 2⁵³ to a limb, which has 63 bits.
  private static let additionsBetweenCarries = 1000
}
