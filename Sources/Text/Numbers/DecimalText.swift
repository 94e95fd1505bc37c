/// Reads numbers in the form that the program's files use: the grammar of JSON numbers (RFC 8259,
/// section 6).
package enum DecimalText {
  /// The number at `range` of `bytes`, correctly rounded; nil if it is not a number or not finite.
  package static func parse(_ bytes: RawSpan, _ range: Range<Int>) -> Double? {
    var digits: UInt64 = 0
    var digitCount = 0
    var fractionCount = 0
    var inFraction = false
    var offset = range.lowerBound
    let isNegative = offset < range.upperBound && bytes.byte(at: offset) == ASCII.minus
    if isNegative { offset += 1 }
    guard startsWithInteger(bytes, offset..<range.upperBound) else { return nil }
    while offset < range.upperBound {
      let byte = bytes.byte(at: offset)
      if byte == ASCII.dot, !inFraction {
        inFraction = true
      } else if case ASCII.zero...ASCII.nine = byte, digitCount < exactDigits {
        digits = digits &* 10 &+ UInt64(byte &- ASCII.zero)
        digitCount += 1
        if inFraction { fractionCount += 1 }
      } else {
        return parseSlowly(bytes, range)
      }
      offset += 1
    }
    guard !inFraction || fractionCount > 0 else { return nil }
    // Both are exact, so a single division rounds correctly (Clinger 1990, doi
    // 10.1145/93542.93557).
    let magnitude = Double(digits) / powersOfTen[fractionCount]
    return isNegative ? -magnitude : magnitude
  }

  /// The number in `text`, or nil if it is not a number.
  package static func parse(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return parse(bytes.span.bytes, 0..<bytes.count)
  }

  /// The number that a person typed, or nil if it is not a number: as in files, but the zero before
  /// the point may be left out (`.86`) and a plus sign is allowed (`+0.86`). Files keep to the
  /// grammar of JSON.
  package static func parse(typed text: String) -> Double? {
    let unsigned = text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard unsigned.startIndex == text.startIndex || !unsigned.hasPrefix("-") else { return nil }
    let sign = unsigned.hasPrefix("-") ? "-" : ""
    let digits = unsigned.dropFirst(sign.count)
    return parse(sign + (digits.hasPrefix(".") ? "0" : "") + digits)
  }

  private static let exactDigits = 15
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// True if the text starts with a digit, and a leading zero is not followed by another digit.
  private static func startsWithInteger(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    func isDigit(_ offset: Int) -> Bool {
      offset < range.upperBound && ASCII.zero...ASCII.nine ~= bytes.byte(at: offset)
    }
    let first = range.lowerBound
    return isDigit(first) && !(bytes.byte(at: first) == ASCII.zero && isDigit(first + 1))
  }

  /// Reads long numbers and exponents with the standard library, which also accepts forms that JSON
  /// does not, and returns 0 for numbers too small for a double.
  private static func parseSlowly(_ bytes: RawSpan, _ range: Range<Int>) -> Double? {
    let text = String(
      decoding: range.map { bytes.byte(at: $0) }, as: UTF8.self)
    let isDecimal = text.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) }
    guard isDecimal, let last = text.utf8.last, case ASCII.zero...ASCII.nine = last,
      !text.contains(".e"), !text.contains(".E"), let number = Double(text), number.isFinite,
      number != 0 || isZero(text)
    else { return nil }
    return number
  }

  /// True if every digit before the exponent is 0.
  private static func isZero(_ text: String) -> Bool {
    text.utf8.prefix { !"eE".utf8.contains($0) }.allSatisfy { "0.+-".utf8.contains($0) }
  }
}
