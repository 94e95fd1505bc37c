/// One field of a CSV file (RFC 4180).
package enum CSVField {
  /// Appends the value, quoted if it contains a comma, a quotation mark or a line end.
  package static func append(_ value: some StringProtocol, to bytes: inout [UInt8]) {
    let needsQuotes = value.utf8.contains { byte in
      byte == ASCII.comma || byte == ASCII.quote || byte == ASCII.lineFeed
        || byte == ASCII.carriageReturn
    }
    guard needsQuotes else {
      bytes.append(contentsOf: value.utf8)
      return
    }
    bytes.append(ASCII.quote)
    for byte in value.utf8 {
      if byte == ASCII.quote { bytes.append(ASCII.quote) }
      bytes.append(byte)
    }
    bytes.append(ASCII.quote)
  }

  /// True if the text is written as it is, raw or neutralized: it starts with a letter or digit and
  /// contains nothing but letters, digits, `-`, `_` and spaces. Nearly every text does.
  package static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isWord(first) else { return false }
    return text.utf8.allSatisfy {
      isWord($0) || $0 == ASCII.minus || $0 == UInt8(ascii: "_") || $0 == ASCII.space
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || ASCII.zero...ASCII.nine ~= byte
  }

  /// The text with an apostrophe before anything that a spreadsheet program would run as a formula:
  /// a sign at the start, or after a semicolon, a tab or a line end, where another separator than
  /// the comma starts a cell (OWASP, CSV Injection). Not for numbers, such as `-6`.
  package static func neutralized(_ text: String) -> String {
    guard mayRun(text) else { return text }
    // From the end to the start, since a skipped character is dangerous if what follows it is.
    var reversed = String.UnicodeScalarView()
    var runs = false
    for character in text.unicodeScalars.reversed() {
      if startsCell(behind: character), runs { reversed.append("'") }
      runs = isSign(character) || runs && isSkipped(character)
      reversed.append(character)
    }
    let startsWithControl = text.utf8.first.map { "\t\r\n".utf8.contains($0) } ?? false
    if runs || startsWithControl { reversed.append("'") }
    return String(String.UnicodeScalarView(reversed.reversed()))
  }

  /// False if no character needs a closer look: nearly every text starts with a letter or digit and
  /// contains no separator.
  private static func mayRun(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    let character = Character(UnicodeScalar(first))
    let isPlain = first < 0x80 && (character.isLetter || character.isNumber)
    return !isPlain || text.utf8.contains { startsCell(behind: UnicodeScalar($0)) }
  }

  /// True if a spreadsheet program, under some separator setting, starts a cell after the
  /// character.
  private static func startsCell(behind character: Unicode.Scalar) -> Bool {
    switch character {
    case ";", "\t", "\n", "\r": true
    default: false
    }
  }

  /// True for the signs that start a formula, including the full-width signs of East Asian
  /// editions.
  private static func isSign(_ character: Unicode.Scalar) -> Bool {
    switch character {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// True for the characters that spreadsheet programs skip before a formula: white space,
  /// invisible characters, and the quotation marks of a field that another separator cuts in two.
  private static func isSkipped(_ character: Unicode.Scalar) -> Bool {
    let properties = character.properties
    return character == "\"" || properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || properties.generalCategory == .control
  }
}
