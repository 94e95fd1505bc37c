// Public, since only public declarations are inlined into other modules.

/// Eight bytes examined together: word-at-a-time searches, fast without relying on a particular
/// instruction set (Lamport 1975, doi 10.1145/360933.360994; Warren, Hacker's Delight, section
/// 6-1).
///
/// A mask has the highest bit of each byte found set, and no other bit.
public enum ByteWord {
  /// The number of bytes in a word; a buffer read by words needs as many spare bytes after its last
  /// line.
  @inlinable
  public static var size: Int { 8 }

  /// The word whose first byte in memory is at `offset`; eight bytes must be there.
  ///
  /// The bounds are checked in debug builds only, since the check takes a tenth of the time to read
  /// a file. Every buffer ends in spare bytes that guarantee them; tests cut and damage lines at a
  /// buffer's end, and the fuzzing runs under AddressSanitizer.
  @inlinable @inline(__always)
  public static func load(_ bytes: RawSpan, at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + size <= bytes.byteCount, "eight bytes in bounds")
    return UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The first `count` bytes at `offset` as a word, zeros in the rest; `count` from 0 to 8.
  @inlinable @inline(__always)
  public static func load(_ bytes: RawSpan, at offset: Int, count: Int) -> UInt64 {
    load(bytes, at: offset) & (count == size ? .max : (1 << UInt64(count * 8)) &- 1)
  }

  /// Copies the bytes at `range` to `offset`; for short ranges this is faster than a call.
  ///
  /// Whole words are copied, so a word's worth of bytes must follow both the range and its copy;
  /// those after the copy are overwritten.
  @inlinable @inline(__always)
  public static func copy(
    _ bytes: RawSpan, _ range: Range<Int>, into target: inout [UInt8], at offset: Int
  ) {
    target.withMutableSpan { target in
      var copy = target.mutableBytes
      for index in stride(from: 0, to: range.count, by: size) {
        let word = load(bytes, at: range.lowerBound + index)
        copy.storeBytes(of: word.littleEndian, toByteOffset: offset + index, as: UInt64.self)
      }
    }
  }

  /// A word of the same byte eight times.
  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// A mask of the bytes that end the plain part of a text: quotation marks, control characters and
  /// one other character, JSON's backslash or CSV's comma. The first byte found is one of these; a
  /// later one may be found only because of the byte before it.
  ///
  /// - Parameter special: the other character, eight times.
  @inlinable @inline(__always)
  public static func endsOfText(
    _ word: UInt64, special: UInt64 = repeating(ASCII.backslash)
  ) -> UInt64 {
    let quote = word ^ repeating(ASCII.quote)
    let other = word ^ special
    // A subtraction borrows only from later bytes, and only after finding something.
    let found =
      ((quote &- repeating(1)) & ~quote) | ((other &- repeating(1)) & ~other)
      | ((word &- repeating(ASCII.space)) & ~word)
    return found & repeating(0x80)
  }

  /// A mask of the ASCII characters up to and including the comma: all that separate fields, and a
  /// few that do not.
  @inlinable @inline(__always)
  public static func throughComma(_ word: UInt64) -> UInt64 {
    let high = repeating(0x80)
    // With its highest bit set, no byte borrows from its neighbor.
    return ~((word | high) &- repeating(ASCII.comma + 1)) & ~word & high
  }

  /// A mask of the bytes that lie between the bytes at the same positions of two words, both
  /// included; the bounds must be ASCII characters.
  @inlinable @inline(__always)
  public static func between(_ least: UInt64, _ most: UInt64, _ word: UInt64) -> UInt64 {
    let high = repeating(0x80)
    // With its highest bit set, no byte borrows from its neighbor.
    return ((word | high) &- least) & ((most | high) &- (word & ~high)) & ~word & high
  }

  /// True if each of the eight bytes is a lowercase hexadecimal digit.
  @inlinable @inline(__always)
  public static func isHexadecimal(_ word: UInt64) -> Bool {
    let digits = between(repeating(ASCII.zero), repeating(ASCII.nine), word)
    let letters = between(repeating(UInt8(ascii: "a")), repeating(UInt8(ascii: "f")), word)
    return digits | letters == repeating(0x80)
  }

  /// A mask of the bytes that are not ASCII.
  @inlinable @inline(__always)
  public static func nonASCII(_ word: UInt64) -> UInt64 {
    word & repeating(0x80)
  }

  /// The index, from 0 to 7, of the first byte found by a mask, which must not be 0.
  @inlinable @inline(__always)
  public static func firstIndex(_ mask: UInt64) -> Int {
    mask.trailingZeroBitCount >> 3
  }
}

extension RawSpan {
  /// The byte at `offset`, which must be in bounds; checked like `ByteWord.load`.
  @inlinable @inline(__always)
  public func byte(at offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < byteCount, "offset in bounds")
    return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }
}
