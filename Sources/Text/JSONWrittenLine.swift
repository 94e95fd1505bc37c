/// Finds the values of JSON lines that stand as the writer puts them: keys in the schema's order, no
/// spaces, no escapes. Nearly every line does, and each of its keys costs a comparison or two.
struct JSONWrittenLine: Sendable {
  /// What the writer puts before a column's value, `,"timepoint":"`, as a range of `words`.
  private struct Opening {
    let words: Range<Int>
    /// Its bytes.
    let length: Int
    let isNumber: Bool
  }

  /// Eight bytes of an opening; fewer at its end, where the mask leaves out the rest.
  private struct Word {
    let text: UInt64
    let mask: UInt64
  }

  private let openings: [Opening]
  private let words: [Word]

  init(schema: LineSchema) {
    var openings: [Opening] = []
    var words: [Word] = []
    for column in schema.columns {
      let text =
        (openings.isEmpty ? "{" : ",") + JSONWriter.quoted(column.name)
        + (column.kind == .number ? ":" : ":\"")
      let own = Self.words(Array(text.utf8))
      openings.append(
        Opening(
          words: words.count..<words.count + own.count, length: text.utf8.count,
          isNumber: column.kind == .number))
      words += own
    }
    self.openings = openings
    self.words = words
  }

  /// Finds the values of the line at `start`.
  /// - Returns: where its line end stands, and whether it is plain ASCII, where a false alarm is
  ///   allowed; nil where the line was written in any other way, `fields` then being of no use.
  @inline(__always)
  func find(
    in bytes: RawSpan, from start: Int, into fields: inout LineFields
  ) -> (end: Int, isASCII: Bool)? {
    var ranges = fields.ranges.mutableSpan
    var position = start
    var allBits: UInt64 = 0
    for column in openings.indices {
      let opening = openings[column]
      guard stands(opening, in: bytes, at: position) else {
        // The brace stands with the first column, which no line of a participant lacks.
        if column == openings.startIndex { return nil }
        // A missing value is left out.
        ranges[column] = 0
        continue
      }
      let value = position + opening.length
      if opening.isNumber {
        position = Self.endOfNumber(in: bytes, from: value)
        guard position > value else { return nil }
        ranges[column] = LineFields.packed(value..<position)
      } else {
        let end = Self.endOfPlainText(in: bytes, from: value, allBits: &allBits)
        guard bytes.byte(at: end) == ASCII.quote else { return nil }
        ranges[column] = LineFields.packed(value..<end)
        position = end + 1
      }
    }
    guard bytes.byte(at: position) == ASCII.closeBrace,
      bytes.byte(at: position + 1) == ASCII.lineFeed
    else { return nil }
    return (position + 1, ByteWord.nonASCII(allBits) == 0)
  }

  /// Whether an opening stands at `position`. No word is looked at behind one that differs, and so
  /// none behind the line's end and the spare bytes.
  @inline(__always)
  private func stands(_ opening: Opening, in bytes: RawSpan, at position: Int) -> Bool {
    var offset = position
    for index in opening.words {
      let word = words[index]
      if ByteWord.load(bytes, at: offset) & word.mask != word.text { return false }
      offset += ByteWord.size
    }
    return true
  }

  private static func words(_ bytes: [UInt8]) -> [Word] {
    let padded = bytes + [UInt8](repeating: 0, count: ByteWord.size)
    let spaces =
      [UInt8](repeating: .max, count: bytes.count)
      + [UInt8](repeating: 0, count: ByteWord.size)
    return stride(from: 0, to: bytes.count, by: ByteWord.size).map {
      Word(
        text: ByteWord.load(padded.span.bytes, at: $0),
        mask: ByteWord.load(spaces.span.bytes, at: $0))
    }
  }
}

extension JSONWrittenLine {
  /// The first byte at or after `position` that ends a text or needs care: a quotation mark, a
  /// backslash or a control character.
  /// - Parameter allBits: takes the bits of every byte that was looked at.
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

  /// The first byte at or after `position` that is in no number.
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
