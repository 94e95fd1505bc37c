import Text

/// The hash function SHA-256 (FIPS 180-4, “Secure Hash Standard”, sections 4.1.2, 4.2.2, 5 and 6.2;
/// doi 10.6028/NIST.FIPS.180-4) of a message in memory.
///
/// It allocates no memory, so that millions of lines can be hashed.
struct SHA256 {
  /// The eight words of the hash; the first word has its first four bytes.
  typealias Words = (
    UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32
  )

  /// The fractional parts of the square roots of the first eight primes (section 5.3.3).
  static let initialWords: Words = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19
  )

  private(set) var words = Self.initialWords

  /// Hashes `message`.
  /// - Parameter prefix: 16 bytes before the message, with the first byte in the highest bits; nil
  ///   for none.
  init(_ message: RawSpan, after prefix: (UInt64, UInt64)? = nil) {
    let count = message.byteCount
    let prefixCount = prefix == nil ? 0 : 16
    // The message is followed by a bit that is set and, in the last eight bytes, its length in
    // bits.
    let blocks = (prefixCount &+ count &+ 9 &+ 63) / 64
    var block: SHA256Block = (0, 0, 0, 0, 0, 0, 0, 0)
    var offset = 0
    var index = 0
    while index < blocks {
      if index == 0, let prefix {
        block.0 = prefix.0
        block.1 = prefix.1
      } else {
        block.0 = Self.word(message, offset)
        block.1 = Self.word(message, offset &+ 8)
        offset &+= 16
      }
      block.2 = Self.word(message, offset)
      block.3 = Self.word(message, offset &+ 8)
      block.4 = Self.word(message, offset &+ 16)
      block.5 = Self.word(message, offset &+ 24)
      block.6 = Self.word(message, offset &+ 32)
      block.7 = Self.word(message, offset &+ 40)
      offset &+= 48
      index &+= 1
      if index == blocks { block.7 = UInt64((prefixCount &+ count) &* 8) }
      Self.compress(block, into: &words)
    }
  }

  /// Eight bytes of the padded message, with the first byte in the highest bits.
  @inline(__always)
  private static func word(_ message: RawSpan, _ offset: Int) -> UInt64 {
    if offset &+ 8 <= message.byteCount {
      return ByteWord.load(message, at: offset).byteSwapped
    }
    return lastWord(message, offset)
  }

  /// The same if the message ends within or before these eight bytes.
  private static func lastWord(_ message: RawSpan, _ offset: Int) -> UInt64 {
    guard offset <= message.byteCount else { return 0 }
    var word: UInt64 = 0x80 &<< 56
    for position in (offset..<message.byteCount).reversed() {
      word = word &>> 8 | UInt64(message.byte(at: position)) &<< 56
    }
    return word
  }
}
