/// Finds the values of JSON lines in the writer's form: keys in the schema's order, no spaces, no
/// escapes. Nearly every line has it, and each of its keys takes only a comparison or two.
struct JSONWrittenLine: Sendable {
  private let line: WrittenLine
  /// For each column, true if its value is a number.
  private let isNumber: [Bool]

  init(schema: LineSchema) {
    line = WrittenLine(schema: schema, format: .json)
    isNumber = schema.columns.map { $0.kind == .number }
  }

  /// Finds the values of the line at `start`.
  ///
  /// - Returns: the offset of its line end, and true only if the line is plain ASCII (it may be
  ///   false for a plain line); nil if the line has any other form, in which case `fields` has no
  ///   meaning.
  @inline(__always)
  func find(
    in bytes: RawSpan, from start: Int, into fields: inout LineFields
  ) -> (end: Int, isASCII: Bool)? {
    fields.ranges.withMutableSpan { ranges in
      var position = start
      var allBits: UInt64 = 0
      for column in isNumber.indices {
        guard line.openLong(column, bytes, at: &position) else {
          // The brace is part of the first column, which no line of a participant lacks.
          if column == isNumber.startIndex { return nil }
          // A missing value is left out.
          ranges[column] = 0
          continue
        }
        let value = position
        if isNumber[column] {
          position = Self.endOfNumber(in: bytes, from: value)
          guard position > value else { return nil }
          ranges[column] = LineFields.packed(value..<position)
        } else {
          position = Self.endOfPlainText(in: bytes, from: value, allBits: &allBits)
          ranges[column] = LineFields.packed(value..<position)
          guard line.closeText(bytes, at: &position) else { return nil }
        }
      }
      guard bytes.byte(at: position) == ASCII.closeBrace,
        bytes.byte(at: position + 1) == ASCII.lineFeed
      else { return nil }
      return (position + 1, ByteWord.nonASCII(allBits) == 0)
    }
  }
}

extension JSONWrittenLine {
  /// The first byte at or after `position` that ends a text or needs special treatment: a quotation
  /// mark, a backslash or a control character.
  ///
  /// - Parameter allBits: receives the bits of every byte examined.
  @inline(__always)
  static func endOfPlainText(
    in bytes: RawSpan, from position: Int, allBits: inout UInt64
  ) -> Int {
    var offset = position
    while true {
      let word = ByteWord.load(bytes, at: offset)
      allBits |= word
      let found = ByteWord.endsOfText(word)
      if found != 0 { return offset + ByteWord.firstIndex(found) }
      offset += ByteWord.size
    }
  }

  /// The first byte at or after `position` that cannot be part of a number.
  @inline(__always)
  static func endOfNumber(in bytes: RawSpan, from position: Int) -> Int {
    var position = position
    while isNumberByte(bytes.byte(at: position)) { position += 1 }
    return position
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.zero...ASCII.nine, ASCII.dot, ASCII.minus, UInt8(ascii: "+"), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
