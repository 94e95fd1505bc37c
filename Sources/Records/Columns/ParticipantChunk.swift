import Text

/// One piece of the participants file, read into rows in the order of its lines.
package struct ParticipantChunk: Sendable {
  /// One line as a few numbers, without references.
  struct Row: Sendable, Equatable {
    /// The range of the id in the bytes of `ids`.
    let id: Range<Int>
    /// The number of the line, counted from the start of the piece.
    let line: Int
    /// The day of the action.
    let date: CalendarDate
    let action: ParticipantAction
  }

  var rows: [Row] = []
  /// The ids one after the other, each starting at a word, with a spare word after the last one.
  var ids: [UInt64] = []
  /// The participants enrolled by lines that were left out because they were recorded too late.
  var laterIDs = InternTable()
  /// The participants whose ids were erased by such lines. What was erased cannot be shown as it
  /// was known before.
  var laterErasures = InternTable()
  /// The number of lines of erasures that were interrupted; a completed one leaves none of them.
  var interruptedErasures = 0
  /// The rows that are withdrawals, each with the number of its reason in `withdrawalReasons`.
  var withdrawals: [(row: Int, reason: Int)] = []
  var withdrawalReasons = InternTable()
  /// For each row, one after the other, the number in `attributeNames` of the value of each
  /// attribute.
  var attributeValues: [Int32] = []
  var attributeNames: [InternTable]
  /// The lines at which the number of missing columns changes, from the first line on.
  var widths = LineWidths()
  /// The number of lines in the piece.
  package var lineCount = 0
  /// The problems found, with lines counted from the start of the piece.
  package var problems: [Diagnostic] = []

  /// Creates a piece without any lines.
  /// - Parameter capacity: the number of rows to reserve space for.
  init(attributes: Int, capacity: Int) {
    attributeNames = Array(repeating: InternTable(), count: attributes)
    rows.reserveCapacity(capacity)
    ids.reserveCapacity(capacity)
    attributeValues.reserveCapacity(capacity * attributes)
  }

  /// Adds an id.
  /// - Returns: the range of the id in the bytes of `ids`.
  @inline(__always)
  mutating func keepID(_ bytes: RawSpan, _ range: Range<Int>) -> Range<Int> {
    let start = ids.count * ByteWord.size
    var offset = range.lowerBound
    while offset < range.upperBound {
      // The bytes that the last word copies beyond the id are never read.
      ids.append(ByteWord.load(bytes, at: offset).littleEndian)
      offset += ByteWord.size
    }
    return start..<start + range.count
  }

  /// Adds the line count and the problems of a walk, after its last row.
  func ended(_ result: LineWalk.Result) -> ParticipantChunk {
    var chunk = self
    chunk.ids.append(0)
    chunk.lineCount = result.lineCount
    chunk.problems = result.problems
    return chunk
  }

  /// The id of a row.
  func id(_ row: Int) -> String {
    let bytes = ids.span.bytes
    return String(decoding: rows[row].id.map { bytes.byte(at: $0) }, as: UTF8.self)
  }
}
