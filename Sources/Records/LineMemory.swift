import Text

/// The name read last in one column, since neighboring lines mostly share it.
struct LastName: Sendable {
  private var start: UInt64 = 0
  private var length = -1
  private var number: Int?

  /// The number of the name at `range` in `table`, or nil where it is not there.
  mutating func number(in table: InternTable, _ bytes: RawSpan, _ range: Range<Int>) -> Int? {
    guard range.count <= ByteWord.size else { return table.number(of: bytes, range) }
    let start = ByteWord.load(bytes, at: range.lowerBound, count: range.count)
    if start != self.start || range.count != length {
      self.start = start
      length = range.count
      number = table.number(of: bytes, range)
    }
    return number
  }
}

/// What one line leaves behind for the next: most lines repeat their neighbor's dates, and all of them
/// share a few scores, so that comparing spares parsing.
struct LineMemory: Sendable {
  var scores = ScoreDictionary()
  var participant = LastName()
  var timepoint = LastName()
  var action = LastName()
  private var dateText: (UInt64, UInt64) = (0, 0)
  private var lastDate: CalendarDate?
  private var timestampText: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var lastTimestamp: Timestamp?

  /// The day at `range`, or nil where there is none.
  mutating func date(_ bytes: RawSpan, _ range: Range<Int>) -> CalendarDate? {
    guard range.count == CalendarDate.textLength else { return nil }
    let start = range.lowerBound
    let text = (
      ByteWord.load(bytes, at: start), ByteWord.load(bytes, at: start + 8, count: 2)
    )
    if text != dateText {
      dateText = text
      lastDate = CalendarDate(bytes, range)
    }
    return lastDate
  }

  /// The moment at `range`, or nil where there is none.
  mutating func timestamp(_ bytes: RawSpan, _ range: Range<Int>) -> Timestamp? {
    guard range.count == Timestamp.textLength else { return nil }
    let start = range.lowerBound
    let text = (
      ByteWord.load(bytes, at: start), ByteWord.load(bytes, at: start + 8),
      ByteWord.load(bytes, at: start + 16, count: 4)
    )
    if text != timestampText {
      timestampText = text
      lastTimestamp = Timestamp(bytes, range)
    }
    return lastTimestamp
  }
}
