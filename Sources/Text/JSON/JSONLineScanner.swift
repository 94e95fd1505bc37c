/// Finds the values of JSON lines: each line is one flat object of texts and numbers (RFC 8259).
///
/// Lines in the writer's form are read by `JSONWrittenLine`; any other order, spacing or escape is
/// read as well, more slowly.
struct JSONLineScanner: Sendable {
  private let schema: LineSchema
  private let writtenLine: JSONWrittenLine
  /// Each column's key as the writer writes it: `"participant":`.
  private let writtenKeys: [[UInt8]]

  init(schema: LineSchema) {
    self.schema = schema
    writtenLine = JSONWrittenLine(schema: schema)
    writtenKeys = schema.columns.map { Array("\(JSONWriter.quoted($0.name)):".utf8) }
  }

  /// Finds the values of the line at `start` and moves `start` past the line.
  ///
  /// - Returns: true if the line is plain ASCII. False is allowed for a line that is; true for one
  ///   that is not is never returned.
  func scan(
    _ bytes: inout [UInt8], from start: inout Int, into fields: inout LineFields
  ) throws(LineFault) -> Bool {
    if let line = writtenLine.find(in: bytes.span.bytes, from: start, into: &fields) {
      start = line.end + 1
      return line.isASCII
    }
    return try scanSlowly(&bytes, from: &start, into: &fields)
  }

  private func scanSlowly(
    _ bytes: inout [UInt8], from start: inout Int, into fields: inout LineFields
  ) throws(LineFault) -> Bool {
    fields.clear()
    var position = skipSpaces(bytes, from: start)
    guard bytes[position] == ASCII.openBrace else {
      throw LineFault(kind: .notJSON(expected: "{"), offset: position)
    }
    position = skipSpaces(bytes, from: position + 1)
    var allBits: UInt64 = 0
    var expected = 0
    let isEmpty = bytes[position] == ASCII.closeBrace
    while !isEmpty {
      let keyStart = position
      let column = try key(in: &bytes, at: &position, expecting: &expected)
      guard fields[column].lowerBound == 0 else {
        throw LineFault(kind: .repeatedKey(schema.columns[column].name), offset: keyStart)
      }
      fields[column] = try value(in: &bytes, at: &position, of: column, allBits: &allBits)
      position = skipSpaces(bytes, from: position)
      let separator = bytes[position]
      if separator == ASCII.closeBrace { break }
      guard separator == ASCII.comma else {
        throw LineFault(kind: .notJSON(expected: ", or }"), offset: position)
      }
      position = skipSpaces(bytes, from: position + 1)
    }
    position = skipSpaces(bytes, from: position + 1)
    guard bytes[position] == ASCII.lineFeed else {
      let isReturn = bytes[position] == ASCII.carriageReturn
      throw LineFault(
        kind: isReturn
          ? .controlCharacter(ASCII.carriageReturn) : .notJSON(expected: "the end of the line"),
        offset: position)
    }
    start = position + 1
    return ByteWord.nonASCII(allBits) == 0
  }

  /// The column of the key at `position`, which moves past the colon.
  private func key(
    in bytes: inout [UInt8], at position: inout Int, expecting expected: inout Int
  ) throws(LineFault) -> Int {
    for column in expected..<max(expected, writtenKeys.count)
    where hasPrefix(writtenKeys[column], in: bytes.span.bytes, at: position) {
      position = skipSpaces(bytes, from: position + writtenKeys[column].count)
      expected = column + 1
      return column
    }
    let start = position
    guard bytes[position] == ASCII.quote else {
      throw LineFault(kind: .notJSON(expected: "a key in quotation marks"), offset: position)
    }
    let range = try text(in: &bytes, at: &position)
    let name = String(decoding: bytes[range], as: UTF8.self)
    position = skipSpaces(bytes, from: position)
    guard bytes[position] == ASCII.colon else {
      throw LineFault(kind: .notJSON(expected: ":"), offset: position)
    }
    position = skipSpaces(bytes, from: position + 1)
    guard let column = schema.columns.firstIndex(where: { $0.name == name }) else {
      throw LineFault(kind: .unknownKey(name), offset: start)
    }
    return column
  }

  /// The range of the value at `position`, which moves past it.
  private func value(
    in bytes: inout [UInt8], at position: inout Int, of column: Int, allBits: inout UInt64
  ) throws(LineFault) -> Range<Int> {
    switch schema.columns[column].kind {
    case .number:
      guard bytes[position] != ASCII.quote else {
        throw LineFault(kind: .numberExpected(schema.columns[column].name), offset: position)
      }
      let start = position
      position = JSONWrittenLine.endOfNumber(in: bytes.span.bytes, from: start)
      guard position > start else {
        throw LineFault(kind: .numberExpected(schema.columns[column].name), offset: position)
      }
      return start..<position
    case .text:
      guard bytes[position] == ASCII.quote else {
        throw LineFault(kind: .textExpected(schema.columns[column].name), offset: position)
      }
      let start = position + 1
      let end = JSONWrittenLine.endOfPlainText(
        in: bytes.span.bytes, from: start, allBits: &allBits)
      if bytes[end] == ASCII.quote {
        position = end + 1
        return start..<end
      }
      allBits |= ByteWord.repeating(0x80)
      return try text(in: &bytes, at: &position)
    }
  }

  /// The text that starts with the quotation mark at `position`, unescaped in place.
  private func text(
    in bytes: inout [UInt8], at position: inout Int
  ) throws(LineFault) -> Range<Int> {
    let start = position + 1
    var source = start
    var target = start
    while bytes[source] != ASCII.quote {
      let byte = bytes[source]
      if byte == ASCII.backslash {
        for unescaped in try JSONEscape.decode(bytes, at: &source) {
          bytes[target] = unescaped
          target += 1
        }
        continue
      }
      guard byte >= ASCII.space else {
        let isEnd = byte == ASCII.lineFeed
        throw LineFault(
          kind: isEnd ? .unclosedQuote : .controlCharacter(byte),
          offset: isEnd ? position : source)
      }
      bytes[target] = byte
      target += 1
      source += 1
    }
    // The leftover bytes must not look like broken UTF-8 afterwards.
    for offset in target..<source { bytes[offset] = ASCII.space }
    position = source + 1
    return start..<target
  }

  private func hasPrefix(_ prefix: [UInt8], in bytes: RawSpan, at position: Int) -> Bool {
    guard position + prefix.count <= bytes.byteCount else { return false }
    for index in prefix.indices
    where bytes.byte(at: position + index) != prefix[index] {
      return false
    }
    return true
  }

  private func skipSpaces(_ bytes: [UInt8], from position: Int) -> Int {
    var position = position
    while bytes[position] == ASCII.space || bytes[position] == ASCII.tab { position += 1 }
    return position
  }
}
