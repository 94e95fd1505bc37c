import Text

/// Numbers of a fixed width in bytes, as dates and times are made of.
enum FixedDigits {
  /// The number that the `width` digits at `offset` make, or nil where one is no digit.
  static func number(_ bytes: RawSpan, at offset: Int, width: Int) -> Int? {
    var number = 0
    for position in offset..<offset + width {
      let byte = bytes.byte(at: position)
      guard case ASCII.zero...ASCII.nine = byte else { return nil }
      number = number * 10 + Int(byte - ASCII.zero)
    }
    return number
  }
}
