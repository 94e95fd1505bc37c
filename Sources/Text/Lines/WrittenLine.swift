/// The form in which the writer puts a line: what stands before, between and behind the values.
///
/// Nearly every line of a file has it. Whoever knows what a column holds can read such a line from
/// its start to its end, without looking for the separators first; `LineScanner` reads any other.
public struct WrittenLine: Sendable {
  /// Up to 16 bytes that must stand somewhere, as two words; masks leave out what is not of them.
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

    /// Moves `position` behind the mark where it stands there. No word is looked at behind one that
    /// differs, and so none behind the line's end and the spare bytes.
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

  /// What stands before each column's value and belongs to nothing else: `,"timepoint":"` in JSON.
  @usableFromInline let openings: [Mark]
  /// For each column, the rest of what stands before its value, where it is longer than a mark.
  @usableFromInline let longOpenings: [[Mark]]
  /// What ends a text: a comma, or a quotation mark in JSON.
  @usableFromInline let textEnd: UInt8
  /// Whether a missing value's column stands there all the same, with nothing in it; JSON leaves it
  /// out.
  public let keepsMissing: Bool
  /// What stands behind the last column's text.
  @usableFromInline let ending: Mark
  /// The byte, beside quotation marks and control characters, that no plain text holds, eight
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

  /// Moves `position` from the end of the value before, or from the line's start, to the value of a
  /// column whose name has at most 11 bytes.
  /// - Returns: whether the line holds the column.
  @inlinable @inline(__always)
  public func open(_ column: Int, _ bytes: RawSpan, at position: inout Int) -> Bool {
    openings[column].pass(bytes, at: &position)
  }

  /// The same for a name of any length.
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

  /// Whether what stands at `position` ends a text other than the last column's.
  @inlinable @inline(__always)
  public func endsText(_ bytes: RawSpan, at position: Int) -> Bool {
    bytes.byte(at: position) == textEnd
  }

  /// Whether a text other than the last column's ends at `position`, which then moves behind what
  /// ends it.
  @inlinable @inline(__always)
  public func closeText(_ bytes: RawSpan, at position: inout Int) -> Bool {
    guard endsText(bytes, at: position) else { return false }
    position += 1
    return true
  }

  /// Whether a number ends at `position`, which then moves behind what ends it.
  @inlinable @inline(__always)
  public func closeNumber(_ bytes: RawSpan, at position: inout Int) -> Bool {
    guard bytes.byte(at: position) == ASCII.comma else { return false }
    // In JSON the comma belongs to the next column's opening.
    if keepsMissing { position += 1 }
    return true
  }

  /// Whether the last column's text and with it the line ends at `position`, which then moves
  /// behind the line.
  @inlinable @inline(__always)
  public func closeLine(_ bytes: RawSpan, at position: inout Int) -> Bool {
    ending.pass(bytes, at: &position)
  }

  /// Where the plain text at `position` ends; nil where anything but plain ASCII stands near.
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
