/// The escapes of JSON texts (RFC 8259, section 7), save those of control characters: no value of
/// either format holds one, and a line feed written back would end the line.
enum JSONEscape {
  /// The bytes that the escape at `offset` stands for; `offset` moves behind it. Never more bytes than
  /// the escape itself has, so that a text can be unescaped where it stands.
  static func decode(_ bytes: [UInt8], at offset: inout Int) throws(LineFault) -> [UInt8] {
    let start = offset
    offset += 2
    switch bytes[start + 1] {
    case ASCII.quote: return [ASCII.quote]
    case ASCII.backslash: return [ASCII.backslash]
    case UInt8(ascii: "/"): return [UInt8(ascii: "/")]
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
      UInt8(ascii: "t"):
      throw LineFault(kind: .escapedControlCharacter, offset: start)
    case UInt8(ascii: "u"): break
    default: throw LineFault(kind: .notJSON(expected: "a JSON escape"), offset: start)
    }
    var units = [try codeUnit(bytes, at: &offset)]
    if UTF16.isLeadSurrogate(units[0]), bytes[offset] == ASCII.backslash,
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      units.append(try codeUnit(bytes, at: &offset))
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw LineFault(kind: .notJSON(expected: "a Unicode character"), offset: start)
    }
    guard units[0] >= UInt16(ASCII.space) else {
      throw LineFault(kind: .escapedControlCharacter, offset: start)
    }
    return Array(text.utf8)
  }

  /// The four hexadecimal digits at `offset`, which moves behind them.
  private static func codeUnit(
    _ bytes: [UInt8], at offset: inout Int
  ) throws(LineFault) -> UInt16 {
    let digits = bytes[offset..<min(offset + 4, bytes.count)]
    let isHexadecimal = digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    guard digits.count == 4, isHexadecimal,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw LineFault(kind: .notJSON(expected: "four hexadecimal digits"), offset: offset)
    }
    offset += 4
    return unit
  }
}
