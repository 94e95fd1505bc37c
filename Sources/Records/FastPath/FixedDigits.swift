import Text

/// Numbers with a fixed number of digits, as in dates and times.
enum FixedDigits {
  /// The number written with `width` digits at `offset`, at most eight; nil if any of them is not a
  /// digit. `bytes` must have `ByteWord.size` bytes from `offset` on.
  @inline(__always)
  static func number(_ bytes: RawSpan, at offset: Int, width: Int) -> Int? {
    let text = ByteWord.load(bytes, at: offset, count: width)
    let (zeros, nines) = (ByteWord.repeating(ASCII.zero), ByteWord.repeating(ASCII.nine))
    // Bytes beyond the number are replaced with zeros.
    let padded = text | (width == ByteWord.size ? 0 : zeros << UInt64(8 * width))
    guard ByteWord.between(zeros, nines, padded) == ByteWord.repeating(0x80) else { return nil }
    var number = 0
    for digit in 0..<width {
      number = number * 10 + Int(text >> UInt64(8 * digit) & 0x0F)
    }
    return number
  }
}
