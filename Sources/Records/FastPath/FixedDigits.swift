import Text

/// Numbers of a fixed width in bytes, as dates and times are made of.
enum FixedDigits {
  /// The number that the `width` digits at `offset` make, at most eight, or nil where one is no
  /// digit. `bytes` must go on for `ByteWord.size` bytes from there.
  @inline(__always)
  static func number(_ bytes: RawSpan, at offset: Int, width: Int) -> Int? {
    let text = ByteWord.load(bytes, at: offset, count: width)
    let (zeros, nines) = (ByteWord.repeating(ASCII.zero), ByteWord.repeating(ASCII.nine))
    // What is not of the number counts as zeros.
    let padded = text | (width == ByteWord.size ? 0 : zeros << UInt64(8 * width))
    guard ByteWord.between(zeros, nines, padded) == ByteWord.repeating(0x80) else { return nil }
    var number = 0
    for digit in 0..<width {
      number = number * 10 + Int(text >> UInt64(8 * digit) & 0x0F)
    }
    return number
  }
}
