/// Finds the fields of CSV lines (RFC 4180, but a record is one line).
struct CSVLineScanner: Sendable {
  let columns: Int
  /// How many columns before the last an older line may lack.
  let addedColumns: Int

  /// Finds the fields of the line at `start` and moves `start` behind the line.
  /// - Returns: whether the line is plain ASCII; a false alarm is allowed, a miss is not.
  func scan(
    _ bytes: inout [UInt8], from start: inout Int, into fields: inout LineFields
  ) throws(LineFault) -> Bool {
    var cursor = Cursor(position: start, fieldStart: start)
    while true {
      switch try advance(&cursor, over: bytes.span.bytes, into: &fields) {
      case .lineEnd(let end):
        start = end + 1
        fields.lacking = columns - cursor.column
        if fields.lacking > 0 { try moveLastField(to: end, &fields) }
        return ByteWord.nonASCII(cursor.allBits) == 0
      case .quote(let offset):
        cursor.position = try unquote(&bytes, from: offset, as: cursor.column, into: &fields)
        cursor.column += 1
        cursor.allBits |= ByteWord.repeating(0x80)
        if bytes[cursor.position] == ASCII.lineFeed {
          // The loop meets the line end with no field open.
          cursor.fieldStart = Cursor.noField
        } else {
          cursor.position += 1
          cursor.fieldStart = cursor.position
        }
      }
    }
  }

  /// Puts the last field of a line that lacks columns into the last column.
  private func moveLastField(to end: Int, _ fields: inout LineFields) throws(LineFault) {
    let found = columns - fields.lacking
    guard fields.lacking <= addedColumns, found > 0 else {
      throw LineFault(kind: .tooFewFields(found: found, expected: columns), offset: end)
    }
    fields[columns - 1] = fields[found - 1]
    for column in found - 1..<columns - 1 { fields[column] = end..<end }
  }

  /// Where the scan of a line stands.
  private struct Cursor {
    static let noField = -1
    var position: Int
    var fieldStart: Int
    var column = 0
    /// The bits of every byte seen, to tell whether any was outside ASCII.
    var allBits: UInt64 = 0
  }

  /// What the plain scan stops at.
  private enum Stop {
    case lineEnd(Int)
    case quote(Int)
  }

  /// Scans plain fields up to the line's end or to a quotation mark.
  private func advance(
    _ cursor: inout Cursor, over bytes: RawSpan, into fields: inout LineFields
  ) throws(LineFault) -> Stop {
    try fields.ranges.withMutableSpan { ranges throws(LineFault) in
      while true {
        let word = ByteWord.load(bytes, at: cursor.position)
        cursor.allBits |= word
        // One search finds every separator; what else it finds is passed over.
        var found = ByteWord.throughComma(word)
        while found != 0 {
          let offset = cursor.position + ByteWord.firstIndex(found)
          found &= found &- 1
          let byte = bytes.byte(at: offset)
          if byte == ASCII.comma || byte == ASCII.lineFeed {
            if cursor.fieldStart != Cursor.noField {
              guard cursor.column < columns else {
                throw LineFault(kind: .tooManyFields(expected: columns), offset: offset)
              }
              ranges[cursor.column] = LineFields.packed(cursor.fieldStart..<offset)
              cursor.column += 1
            }
            if byte == ASCII.lineFeed { return .lineEnd(offset) }
            cursor.fieldStart = offset + 1
          } else if byte == ASCII.quote {
            guard offset == cursor.fieldStart else {
              throw LineFault(kind: .quoteInsideField, offset: offset)
            }
            return .quote(offset)
          } else if byte < ASCII.space {
            throw LineFault(kind: .controlCharacter(byte), offset: offset)
          }
        }
        cursor.position += ByteWord.size
      }
    }
  }

  /// Unquotes the field whose opening quotation mark stands at `quote`, where it stands.
  /// - Returns: the offset of the comma or line end after the field.
  private func unquote(
    _ bytes: inout [UInt8], from quote: Int, as column: Int, into fields: inout LineFields
  ) throws(LineFault) -> Int {
    guard column < columns else {
      throw LineFault(kind: .tooManyFields(expected: columns), offset: quote)
    }
    var source = quote + 1
    var target = source
    while true {
      let byte = bytes[source]
      if byte == ASCII.quote {
        source += 1
        guard bytes[source] == ASCII.quote else { break }
      } else if byte < ASCII.space {
        let isEnd = byte == ASCII.lineFeed
        throw LineFault(
          kind: isEnd ? .unclosedQuote : .controlCharacter(byte), offset: isEnd ? quote : source)
      }
      bytes[target] = byte
      target += 1
      source += 1
    }
    guard bytes[source] == ASCII.comma || bytes[source] == ASCII.lineFeed else {
      throw LineFault(kind: .textAfterQuote, offset: source)
    }
    // What is left over must not look like broken UTF-8 afterwards.
    for offset in target..<source { bytes[offset] = ASCII.space }
    fields[column] = quote + 1..<target
    return source
  }
}
