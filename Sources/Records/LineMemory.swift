import Text

/// The name read last in one column, since neighboring lines mostly share it, or hold the next one.
struct LastName: Sendable {
  private var start: UInt64 = 0
  private var length = -1
  private var number: Int?

  /// The number of the name at `range` in `table`, or nil where it is not there.
  @inline(__always)
  mutating func number(in table: InternTable, _ bytes: RawSpan, _ range: Range<Int>) -> Int? {
    let head = min(range.count, ByteWord.size)
    let start = ByteWord.load(bytes, at: range.lowerBound, count: head)
    if start == self.start, range.count == length, head == range.count { return number }
    self.start = start
    length = range.count
    number = otherNumber(in: table, bytes, range)
    return number
  }

  /// Files are often in the order in which the names first came, again and again where they are few; a
  /// look there spares a search.
  private func otherNumber(
    in table: InternTable, _ bytes: RawSpan, _ range: Range<Int>
  ) -> Int? {
    let following = number.map { $0 + 1 < table.count ? $0 + 1 : 0 } ?? 0
    return table.isName(following, bytes, range) ? following : table.number(of: bytes, range)
  }
}

/// What one line leaves behind for the next: most lines repeat their neighbor's dates, and all of them
/// share a few scores, so that comparing spares parsing.
struct LineMemory: Sendable {
  var scores = ScoreDictionary()
  var participant = LastName()
  var timepoint = LastName()
  var instrument = LastName()
  var action = LastName()
  private var dateText: (UInt64, UInt64) = (0, 0)
  private var lastDate: CalendarDate?
  private var momentText: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var lastMoment: Timestamp?

  /// The day at `range`, or nil where there is none.
  @inline(__always)
  mutating func date(_ bytes: RawSpan, _ range: Range<Int>) -> CalendarDate? {
    guard range.count == CalendarDate.textLength else { return nil }
    let start = range.lowerBound
    // The words overlap, so that they hold the day and nothing else.
    let text = (ByteWord.load(bytes, at: start), ByteWord.load(bytes, at: start + 2))
    if text != dateText {
      dateText = text
      lastDate = CalendarDate(bytes, range)
    }
    return lastDate
  }

  /// The moment at `range`, or nil where there is none.
  @inline(__always)
  mutating func timestamp(_ bytes: RawSpan, _ range: Range<Int>) -> Timestamp? {
    guard range.count == Timestamp.textLength else { return nil }
    let start = range.lowerBound
    let text = (
      ByteWord.load(bytes, at: start), ByteWord.load(bytes, at: start + 8),
      ByteWord.load(bytes, at: start + 12)
    )
    if text != momentText {
      momentText = text
      lastMoment = newTimestamp(bytes, at: start)
    }
    return lastMoment
  }

  /// Days recur where times of the day do not.
  private mutating func newTimestamp(_ bytes: RawSpan, at start: Int) -> Timestamp? {
    guard let date = date(bytes, start..<start + CalendarDate.textLength),
      let seconds = Timestamp.secondsOfDay(bytes, at: start + 11),
      Timestamp.hasMarks(bytes, at: start)
    else { return nil }
    return Timestamp(date: date, seconds: seconds)
  }
}
