import Text

/// A line that is not exactly as the writer writes it; the general parser reads it.
struct UnrecognizedLine: Error {}

/// Readers of the values in lines of both files. Each moves `position` from the end of the previous
/// value to the end of its own.
extension WrittenLine {
  @inline(__always)
  func require(_ condition: Bool) throws(UnrecognizedLine) {
    guard condition else { throw UnrecognizedLine() }
  }

  /// The number in `table` of the name in a column.
  @inline(__always)
  func name(
    _ column: Int, in table: InternTable, _ previous: inout PreviousName, _ bytes: RawSpan,
    at position: inout Int
  ) throws(UnrecognizedLine) -> Int {
    try require(open(column, bytes, at: &position))
    guard let number = previous.number(in: table, bytes, at: &position, of: self) else {
      throw UnrecognizedLine()
    }
    return number
  }

  /// The day in a column.
  @inline(__always)
  func date(
    _ column: Int, _ previous: inout PreviousLine, _ bytes: RawSpan, at position: inout Int
  ) throws(UnrecognizedLine) -> CalendarDate {
    try require(open(column, bytes, at: &position))
    guard let date = previous.date(bytes, at: position) else { throw UnrecognizedLine() }
    position += CalendarDate.textLength
    try require(closeText(bytes, at: &position))
    return date
  }

  /// The time in a column.
  @inline(__always)
  func timestamp(
    _ column: Int, _ previous: inout PreviousLine, _ bytes: RawSpan, at position: inout Int
  ) throws(UnrecognizedLine) -> Timestamp {
    try require(open(column, bytes, at: &position))
    guard let moment = previous.timestamp(bytes, at: position) else { throw UnrecognizedLine() }
    position += Timestamp.textLength
    try require(closeText(bytes, at: &position))
    return moment
  }

  /// The range of the plain text in a column; empty if the line lacks the column.
  @inline(__always)
  func text(
    _ column: Int, _ bytes: RawSpan, at position: inout Int
  ) throws(UnrecognizedLine) -> Range<Int> {
    guard open(column, bytes, at: &position) else { return position..<position }
    return try text(bytes, at: &position)
  }

  /// The range of the plain text at `position`.
  @inline(__always)
  func text(_ bytes: RawSpan, at position: inout Int) throws(UnrecognizedLine) -> Range<Int> {
    let start = position
    guard let end = endOfText(bytes, from: start) else { throw UnrecognizedLine() }
    position = end
    try require(closeText(bytes, at: &position))
    return start..<end
  }

  /// Moves `position` from the digits of the seal, the last value, past the end of the line.
  @inline(__always)
  func passSeal(_ bytes: RawSpan, at position: inout Int) throws(UnrecognizedLine) {
    try require(FieldCheck.isSeal(bytes, at: position))
    position += FieldCheck.sealLength
    try require(closeLine(bytes, at: &position))
  }
}
