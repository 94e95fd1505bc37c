import Text

/// Reads one JSON line, a flat object of texts and numbers, from left to right (RFC 8259).
package struct PlainJSONReader {
  package let line: [UInt8]
  package let schema: LineSchema
  private var position = 0

  package init(line: [UInt8], schema: LineSchema) {
    self.line = line
    self.schema = schema
  }

  package mutating func values() throws(LineFault) -> [[UInt8]] {
    var values = [[UInt8]?](repeating: nil, count: schema.columns.count)
    try expect("{", else: "{")
    skipSpaces()
    if next == UInt8(ascii: "}") {
      position += 1
    } else {
      try readMembers(into: &values)
    }
    skipSpaces()
    if next == 0x0D { throw LineFault(kind: .controlCharacter(0x0D), offset: position) }
    if next != nil { throw notJSON("the end of the line") }
    return values.map { $0 ?? [] }
  }

  private mutating func readMembers(into values: inout [[UInt8]?]) throws(LineFault) {
    while true {
      skipSpaces()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw notJSON("a key in quotation marks") }
      let name = String(decoding: try text(), as: UTF8.self)
      try expect(":", else: ":")
      guard let column = schema.columns.firstIndex(where: { $0.name == name }) else {
        throw LineFault(kind: .unknownKey(name), offset: start)
      }
      guard values[column] == nil else {
        throw LineFault(kind: .repeatedKey(name), offset: start)
      }
      skipSpaces()
      values[column] = try value(of: schema.columns[column])
      skipSpaces()
      if next == UInt8(ascii: "}") { break }
      try expect(",", else: ", or }")
    }
    position += 1
  }

  private mutating func value(of column: LineSchema.Column) throws(LineFault) -> [UInt8] {
    switch column.kind {
    case .text:
      guard next == UInt8(ascii: "\"") else {
        throw LineFault(kind: .textExpected(column.name), offset: position)
      }
      return try text()
    case .number:
      var number: [UInt8] = []
      while let byte = next, "0123456789+-.eE".utf8.contains(byte) {
        number.append(byte)
        position += 1
      }
      guard !number.isEmpty else {
        throw LineFault(kind: .numberExpected(column.name), offset: position)
      }
      return number
    }
  }

  /// The text whose opening quotation mark comes next.
  private mutating func text() throws(LineFault) -> [UInt8] {
    let start = position
    var text: [UInt8] = []
    position += 1
    while let byte = next {
      if byte < 0x20 { throw LineFault(kind: .controlCharacter(byte), offset: position) }
      if byte == UInt8(ascii: "\\") {
        text += Array(String(Character(try escape())).utf8)
        continue
      }
      position += 1
      if byte == UInt8(ascii: "\"") { return text }
      text.append(byte)
    }
    throw LineFault(kind: .unclosedQuote, offset: start)
  }

  /// The character that the escape at `position` stands for.
  private mutating func escape() throws(LineFault) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let letter = next, "\"\\/bfnrtu".utf8.contains(letter) else {
      throw LineFault(kind: .notJSON(expected: "a JSON escape"), offset: start)
    }
    position += 1
    switch letter {
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Unicode.Scalar(letter)
    default: throw LineFault(kind: .escapedControlCharacter, offset: start)
    }
  }

  private mutating func unicodeEscape(from start: Int) throws(LineFault) -> Unicode.Scalar {
    var code = try fourDigits()
    if (0xD800..<0xDC00).contains(code), line[position...].starts(with: "\\u".utf8) {
      position += 2
      let second = try fourDigits()
      // A second half that is none leaves a number which is no character either.
      code =
        (0xDC00..<0xE000).contains(second)
        ? 0x10000 + (code - 0xD800) * 0x400 + second - 0xDC00
        : code
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw LineFault(kind: .notJSON(expected: "a Unicode character"), offset: start)
    }
    if code < 0x20 { throw LineFault(kind: .escapedControlCharacter, offset: start) }
    return scalar
  }

  private mutating func fourDigits() throws(LineFault) -> UInt32 {
    var code: UInt32 = 0
    for digit in 0..<4 {
      guard position + digit < line.count,
        let value = Character(Unicode.Scalar(line[position + digit])).hexDigitValue
      else { throw notJSON("four hexadecimal digits") }
      code = code * 16 + UInt32(value)
    }
    position += 4
    return code
  }

  /// The byte that comes next; nil at the end of the line.
  private var next: UInt8? { position < line.count ? line[position] : nil }

  private mutating func skipSpaces() {
    while next == 0x20 || next == 0x09 { position += 1 }
  }

  /// Steps over `sign` and the spaces before it.
  private mutating func expect(_ sign: Unicode.Scalar, else wanted: String) throws(LineFault) {
    skipSpaces()
    guard let byte = next, Unicode.Scalar(byte) == sign else { throw notJSON(wanted) }
    position += 1
  }

  private func notJSON(_ wanted: String) -> LineFault {
    LineFault(kind: .notJSON(expected: wanted), offset: position)
  }
}
