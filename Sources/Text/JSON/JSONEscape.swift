/// The escapes of JSON texts (RFC 8259, section 7), read and written.
enum JSONEscape {
  /// The reason why characters after a backslash are not an escape.
  struct Fault: Error {
    /// The form expected at `offset`.
    let expected: String
    let offset: Int
  }

  /// Appends a character of a text, escaped if JSON requires it or if the character would act on a
  /// terminal.
  static func append(_ character: Unicode.Scalar, to text: inout String) {
    switch character {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case _ where VisibleText.isHidden(character):
      let digits = String(character.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(character)
    }
  }

  /// The character that the escape at `offset` represents; `offset` moves past it.
  ///
  /// - Parameter bytes: must continue after the escape; the last byte of a document or line never
  ///   belongs to an escape.
  static func character(
    _ bytes: [UInt8], at offset: inout Int
  ) throws(Fault) -> Unicode.Scalar {
    let start = offset
    offset += 2
    switch bytes[start + 1] {
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): return Unicode.Scalar(bytes[start + 1])
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw Fault(expected: "a JSON escape", offset: start)
    }
    var units = [try codeUnit(bytes, at: &offset)]
    if UTF16.isLeadSurrogate(units[0]), bytes[offset] == ASCII.backslash,
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      units.append(try codeUnit(bytes, at: &offset))
    }
    guard let text = String(validating: units, as: UTF16.self),
      let character = text.unicodeScalars.first
    else { throw Fault(expected: "a Unicode character", offset: start) }
    return character
  }

  /// The bytes that the escape at `offset` of a store's line represents; `offset` moves past it.
  /// There are never more bytes than the escape has, so that a text can be unescaped in place.
  /// Escaped control characters are refused: no value of either format contains one, and a line
  /// feed written back would end the line.
  static func decode(_ bytes: [UInt8], at offset: inout Int) throws(LineFault) -> [UInt8] {
    let start = offset
    let character: Unicode.Scalar
    do throws(Fault) {
      character = try Self.character(bytes, at: &offset)
    } catch {
      throw LineFault(kind: .notJSON(expected: error.expected), offset: error.offset)
    }
    guard character.value >= UInt32(ASCII.space) else {
      throw LineFault(kind: .escapedControlCharacter, offset: start)
    }
    return Array(String(character).utf8)
  }

  /// The four hexadecimal digits at `offset`, which moves past them.
  private static func codeUnit(_ bytes: [UInt8], at offset: inout Int) throws(Fault) -> UInt16 {
    let digits = bytes[offset..<min(offset + 4, bytes.count)]
    let isHexadecimal = digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    guard digits.count == 4, isHexadecimal,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Fault(expected: "four hexadecimal digits", offset: offset) }
    offset += 4
    return unit
  }
}
