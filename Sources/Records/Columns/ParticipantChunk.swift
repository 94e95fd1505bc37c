import Text

/// What a piece of the participants file comes down to: rows in the order of its lines.
package struct ParticipantChunk: Sendable {
  /// What a line comes down to: a few numbers, without a reference.
  struct Row: Sendable, Equatable {
    /// Where the id stands among the bytes of `ids`.
    let id: Range<Int>
    /// The line, counted from the start of the piece.
    let line: Int
    /// The day that the line is about.
    let date: CalendarDate
    let action: ParticipantAction
  }

  var rows: [Row] = []
  /// The ids one after the other, each from the start of a word on, with a spare word behind the
  /// last.
  var ids: [UInt64] = []
  /// Who was enrolled by lines that were left out, because they were recorded too late.
  var laterIDs = InternTable()
  /// The rows that are withdrawals, each with its reason's number in `withdrawalReasons`.
  var withdrawals: [(row: Int, reason: Int)] = []
  var withdrawalReasons = InternTable()
  /// For each row, one after the other, the number in `attributeNames` of each attribute's value.
  var attributeValues: [Int32] = []
  var attributeNames: [InternTable]
  /// Where lines start to lack another number of columns than those before, from the first line on.
  var widths = LineWidths()
  /// How many lines the piece has.
  package var lineCount = 0
  /// What was wrong, with lines counted from the start of the piece.
  package var problems: [Diagnostic] = []

  /// A piece without any line.
  /// - Parameter capacity: for how many rows there is room at first.
  init(attributes: Int, capacity: Int) {
    attributeNames = Array(repeating: InternTable(), count: attributes)
    rows.reserveCapacity(capacity)
    ids.reserveCapacity(capacity)
    attributeValues.reserveCapacity(capacity * attributes)
  }

  /// Adds an id.
  /// - Returns: where it stands among the bytes of `ids`.
  @inline(__always)
  mutating func keepID(_ bytes: RawSpan, _ range: Range<Int>) -> Range<Int> {
    let start = ids.count * ByteWord.size
    var offset = range.lowerBound
    while offset < range.upperBound {
      // What the last word holds beyond the id is nobody's.
      ids.append(ByteWord.load(bytes, at: offset).littleEndian)
      offset += ByteWord.size
    }
    return start..<start + range.count
  }

  /// Adds what a walk came to, after its last row.
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
