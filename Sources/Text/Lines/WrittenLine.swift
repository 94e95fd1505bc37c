// Public, since only public declarations are inlined into other modules.

/// The form in which the writer writes a line: the bytes before, between and after the values.
///
/// Nearly every line of a file has it. A reader that knows the type of each column can read such a
/// line from start to end without finding the separators first; `LineScanner` reads any other line.
public struct WrittenLine: Sendable {
  /// Up to 16 expected bytes as two words; masks leave out the bytes beyond them.
  @usableFromInline
  struct Mark: Sendable {
    @usableFromInline let length: Int
    @usableFromInline let words: (UInt64, UInt64)
    @usableFromInline let masks: (UInt64, UInt64)

    /// The most bytes that a mark has.
    static let longest = 2 * ByteWord.size

    init(_ bytes: ArraySlice<UInt8>) {
      precondition(bytes.count <= Self.longest, "a mark has up to 16 bytes")
      length = bytes.count
      words = Self.pair(Array(bytes))
      masks = Self.pair(bytes.map { _ in .max })
    }

    private static func pair(_ bytes: [UInt8]) -> (UInt64, UInt64) {
      let padded = bytes + [UInt8](repeating: 0, count: 2 * ByteWord.size)
      return (
        ByteWord.load(padded.span.bytes, at: 0), ByteWord.load(padded.span.bytes, at: ByteWord.size)
      )
    }

    /// Moves `position` past the mark if it is there. The second word is not read if the first
    /// differs, so nothing is read beyond the line's end and the spare bytes.
    @inlinable @inline(__always)
    func pass(_ bytes: RawSpan, at position: inout Int) -> Bool {
      if length == 0 { return true }
      if ByteWord.load(bytes, at: position) & masks.0 != words.0 { return false }
      if length > ByteWord.size,
        ByteWord.load(bytes, at: position + ByteWord.size) & masks.1 != words.1
      {
        return false
      }
      position += length
      return true
    }
  }

  /// The bytes before each column's value that belong to no other: `,"timepoint":"` in JSON.
  @usableFromInline let openings: [Mark]
  /// For each column, the rest of the bytes before its value, if they are longer than a mark.
  @usableFromInline let longOpenings: [[Mark]]
  /// The byte that ends a text: a comma, or a quotation mark in JSON.
  @usableFromInline let textEnd: UInt8
  /// True if the column of a missing value is written, but empty; JSON leaves it out.
  public let keepsMissing: Bool
  /// The bytes after the last column's text.
  @usableFromInline let ending: Mark
  /// The byte that no plain text contains besides quotation marks and control characters, eight
  /// times.
  @usableFromInline let special: UInt64

  package init(schema: LineSchema, format: LineFormat) {
    let keys = schema.columns.enumerated().map { position, column in
      let key =
        (position == 0 ? "{" : ",") + JSONWriter.quoted(column.name)
        + (column.kind == .number ? ":" : ":\"")
      return Array((format == .csv ? "" : key).utf8)
    }
    openings = keys.map { Mark($0.prefix(Mark.longest)) }
    longOpenings = keys.map { key in
      stride(from: Mark.longest, to: key.count, by: Mark.longest).map {
        Mark(key[$0...].prefix(Mark.longest))
      }
    }
    ending = Mark(Array((format == .csv ? "\n" : "\"}\n").utf8)[...])
    textEnd = format == .csv ? ASCII.comma : ASCII.quote
    keepsMissing = format == .csv
    special = ByteWord.repeating(format == .csv ? ASCII.comma : ASCII.backslash)
  }

  /// Moves `position` from the end of the previous value, or from the line's start, to the value of
  /// a column whose name has at most 11 bytes.
  ///
  /// - Returns: true if the line has the column.
  @inlinable @inline(__always)
  public func open(_ column: Int, _ bytes: RawSpan, at position: inout Int) -> Bool {
    openings[column].pass(bytes, at: &position)
  }

  /// The same as `open`, for a name of any length.
  @inlinable @inline(__always)
  public func openLong(_ column: Int, _ bytes: RawSpan, at position: inout Int) -> Bool {
    let start = position
    guard open(column, bytes, at: &position) else { return false }
    for mark in longOpenings[column] where !mark.pass(bytes, at: &position) {
      position = start
      return false
    }
    return true
  }

  /// True if the byte at `position` ends a text of any column but the last.
  @inlinable @inline(__always)
  public func endsText(_ bytes: RawSpan, at position: Int) -> Bool {
    bytes.byte(at: position) == textEnd
  }

  /// True if a text of any column but the last ends at `position`, which then moves past its end.
  @inlinable @inline(__always)
  public func closeText(_ bytes: RawSpan, at position: inout Int) -> Bool {
    guard endsText(bytes, at: position) else { return false }
    position += 1
    return true
  }

  /// True if a number ends at `position`, which then moves past its end.
  @inlinable @inline(__always)
  public func closeNumber(_ bytes: RawSpan, at position: inout Int) -> Bool {
    guard bytes.byte(at: position) == ASCII.comma else { return false }
    // In JSON the comma belongs to the next column's opening.
    if keepsMissing { position += 1 }
    return true
  }

  /// True if the last column's text, and with it the line, ends at `position`, which then moves
  /// past the line.
  @inlinable @inline(__always)
  public func closeLine(_ bytes: RawSpan, at position: inout Int) -> Bool {
    ending.pass(bytes, at: &position)
  }

  /// The end of the plain text at `position`; nil if there is anything but plain ASCII nearby.
  @inlinable @inline(__always)
  public func endOfText(_ bytes: RawSpan, from position: Int) -> Int? {
    var offset = position
    while true {
      let word = ByteWord.load(bytes, at: offset)
      guard ByteWord.nonASCII(word) == 0 else { return nil }
      let found = ByteWord.endsOfText(word, special: special)
      if found != 0 { return offset + ByteWord.firstIndex(found) }
      offset += ByteWord.size
    }
  }
}
