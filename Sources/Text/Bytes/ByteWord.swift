/// Eight bytes looked at together: the word-at-a-time searches that make reading fast without any
/// instruction set in particular (Lamport 1975, doi 10.1145/360933.360994; Warren, Hacker's
/// Delight, section 6-1).
///
/// A mask has the highest bit of each byte that was found set, and no other bit.
public enum ByteWord {
  /// How many bytes a word holds; a buffer that is read by words needs as many spare bytes after
  /// its last line.
  @inlinable
  public static var size: Int { 8 }

  /// The word whose first byte in memory stands at `offset`; eight bytes must follow there.
  ///
  /// Whether they do is asked in debug builds alone, since asking takes a tenth of reading a file.
  /// The spare bytes of every buffer see to it; tests cut and damage lines at a buffer's end, and
  /// the fuzzing goes on under AddressSanitizer.
  @inlinable @inline(__always)
  public static func load(_ bytes: RawSpan, at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + size <= bytes.byteCount, "eight bytes follow")
    return UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The first `count` bytes at `offset` as a word, with zeros for the rest; `count` from 0 to 8.
  @inlinable @inline(__always)
  public static func load(_ bytes: RawSpan, at offset: Int, count: Int) -> UInt64 {
    load(bytes, at: offset) & (count == size ? .max : (1 << UInt64(count * 8)) &- 1)
  }

  /// Copies the bytes at `range` to `offset`, for short ranges faster than a call that copies.
  ///
  /// Whole words are copied: as many bytes as a word holds must follow the range and its copy,
  /// where they are written over.
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

  /// A word of eight times the same byte.
  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// Which bytes end the plain part of a text: quotation marks, control characters and one other
  /// character, JSON's backslash or CSV's comma. The first byte found is one; those after it may be
  /// found because of their neighbor.
  /// - Parameter special: eight times that other character.
  @inlinable @inline(__always)
  public static func endsOfText(
    _ word: UInt64, special: UInt64 = repeating(ASCII.backslash)
  ) -> UInt64 {
    let quote = word ^ repeating(ASCII.quote)
    let other = word ^ special
    // A subtraction borrows from the bytes after it alone, and only where it has found something.
    let found =
      ((quote &- repeating(1)) & ~quote) | ((other &- repeating(1)) & ~other)
      | ((word &- repeating(ASCII.space)) & ~word)
    return found & repeating(0x80)
  }

  /// Which bytes are ASCII characters up to and including the comma: everything that separates
  /// fields, and a few that do not.
  @inlinable @inline(__always)
  public static func throughComma(_ word: UInt64) -> UInt64 {
    let high = repeating(0x80)
    // With its highest bit set no byte borrows from its neighbor.
    return ~((word | high) &- repeating(ASCII.comma + 1)) & ~word & high
  }

  /// Which bytes lie between the bytes of two words at the same places, those included; the bounds
  /// are ASCII characters.
  @inlinable @inline(__always)
  public static func between(_ least: UInt64, _ most: UInt64, _ word: UInt64) -> UInt64 {
    let high = repeating(0x80)
    // With its highest bit set no byte borrows from its neighbor.
    return ((word | high) &- least) & ((most | high) &- (word & ~high)) & ~word & high
  }

  /// Whether each of the eight bytes is a hexadecimal digit in lower case.
  @inlinable @inline(__always)
  public static func isHexadecimal(_ word: UInt64) -> Bool {
    let digits = between(repeating(ASCII.zero), repeating(ASCII.nine), word)
    let letters = between(repeating(UInt8(ascii: "a")), repeating(UInt8(ascii: "f")), word)
    return digits | letters == repeating(0x80)
  }

  /// Which bytes belong to no ASCII character.
  @inlinable @inline(__always)
  public static func nonASCII(_ word: UInt64) -> UInt64 {
    word & repeating(0x80)
  }

  /// The index from 0 to 7 of the first byte that a mask other than 0 found.
  @inlinable @inline(__always)
  public static func firstIndex(_ mask: UInt64) -> Int {
    mask.trailingZeroBitCount >> 3
  }
}

extension RawSpan {
  /// The byte at `offset`, which must lie inside; asked as for `ByteWord.load`.
  @inlinable @inline(__always)
  public func byte(at offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < byteCount, "a byte stands there")
    return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }
}
