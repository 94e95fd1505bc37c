/// Finds the fields of CSV lines (RFC 4180, but a record is one line).
struct CSVLineScanner: Sendable {
  let columns: Int
  /// The number of columns before the last that an older line may lack.
  let addedColumns: Int

  /// Finds the fields of the line at `start` and moves `start` past the line.
  ///
  /// - Returns: true only if the line is plain ASCII; may be false for a plain line.
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
          // The loop reaches the line end with no field open.
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

  /// The position of the scan within a line.
  private struct Cursor {
    static let noField = -1
    var position: Int
    var fieldStart: Int
    var column = 0
    /// The bits of every byte seen, to tell whether any was outside ASCII.
    var allBits: UInt64 = 0
  }

  /// The end of a run of plain fields.
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
        // One search finds every separator; other bytes found are skipped.
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

  /// Unquotes in place the field whose opening quotation mark is at `quote`.
  ///
  /// - Returns: the offset of the comma or line end after the field.
  private func unquote(
    _ bytes: inout [UInt8], from quote: Int, as column: Int, into fields: inout LineFields
  ) throws(LineFault) -> Int {
    guard column < columns else {
      throw LineFault(kind: .tooManyFields(expected: columns), offset: quote)
    }
    var end = quote + 1
    var doubled = 0
    while true {
      let byte = bytes[end]
      if byte == ASCII.quote {
        end += 1
        guard bytes[end] == ASCII.quote else { break }
        doubled += 1
      } else if byte < ASCII.space {
        let isEnd = byte == ASCII.lineFeed
        throw LineFault(
          kind: isEnd ? .unclosedQuote : .controlCharacter(byte), offset: isEnd ? quote : end)
      }
      end += 1
    }
    guard bytes[end] == ASCII.comma || bytes[end] == ASCII.lineFeed else {
      throw LineFault(kind: .textAfterQuote, offset: end)
    }
    // Only a complete field is changed: messages show a damaged one as it is in the file.
    let text = quote + 1..<end - 1 - doubled
    if doubled > 0 {
      var source = quote + 1
      for target in text {
        if bytes[source] == ASCII.quote { source += 1 }
        bytes[target] = bytes[source]
        source += 1
      }
    }
    // The leftover bytes must not look like broken UTF-8 afterwards.
    for offset in text.upperBound..<end { bytes[offset] = ASCII.space }
    fields[column] = text
    return end
  }
}
