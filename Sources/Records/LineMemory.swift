import Text

/// The name read last in one column, since neighboring lines mostly share it, or hold the next one.
struct LastName: Sendable {
  /// The name's number in its table.
  private(set) var number = 0
  /// Whether the last line held the name after its neighbor's, and so most likely the next one does.
  private var movesOn = false

  /// The number of the name at `range` in `table`, or nil where it is not there.
  @inline(__always)
  mutating func number(in table: InternTable, _ bytes: RawSpan, _ range: Range<Int>) -> Int? {
    if table.isName(number, bytes, range) { return number }
    let following = following(in: table)
    let found = table.isName(following, bytes, range) ? following : table.number(of: bytes, range)
    if let found { number = found }
    return found
  }

  /// The number of the name that stands at `position` of a written line, which moves behind the name
  /// and what ends it; nil where no name of `table` stands there.
  @inline(__always)
  mutating func number(
    in table: InternTable, _ bytes: RawSpan, at position: inout Int, of line: WrittenLine
  ) -> Int? {
    let expected = movesOn ? following(in: table) : number
    if let end = table.end(of: expected, in: bytes, from: position), line.endsText(bytes, at: end) {
      (number, position) = (expected, end + 1)
      return expected
    }
    return unexpectedNumber(in: table, bytes, at: &position, of: line)
  }

  private mutating func unexpectedNumber(
    in table: InternTable, _ bytes: RawSpan, at position: inout Int, of line: WrittenLine
  ) -> Int? {
    let following = following(in: table)
    let candidate = movesOn ? number : following
    if let end = table.end(of: candidate, in: bytes, from: position),
      line.endsText(bytes, at: end)
    {
      movesOn.toggle()
      (number, position) = (candidate, end + 1)
      return candidate
    }
    guard let end = line.endOfText(bytes, from: position), line.endsText(bytes, at: end),
      let found = table.number(of: bytes, position..<end)
    else { return nil }
    (number, position) = (found, end + 1)
    return found
  }

  /// Files are often in the order in which the names first came, again and again where they are few; a
  /// look there spares a search.
  @inline(__always)
  private func following(in table: InternTable) -> Int {
    number + 1 < table.count ? number + 1 : 0
  }
}

/// Neighboring columns of the written line read last, with all that stands around their values, and
/// what they say: where the next line holds the same bytes, it says the same.
///
/// The meaning is kept with the bytes: a line that is read in the general way leaves other names
/// and moments in the memory, but no other run.
struct LastRun<Meaning: Sendable>: Sendable {
  private var last: (range: Range<Int>, meaning: Meaning)?

  /// What the run says where it stands at `position` again, which then moves behind it.
  @inline(__always)
  func pass(_ bytes: RawSpan, at position: inout Int) -> Meaning? {
    guard let last, ByteSearch.repeats(last.range, in: bytes, at: position) else { return nil }
    position += last.range.count
    return last.meaning
  }

  mutating func note(_ range: Range<Int>, _ meaning: Meaning) { last = (range, meaning) }
}

/// What one line leaves behind for the next: most lines repeat their neighbor's dates, and all of them
/// share a few scores, so that comparing spares parsing.
struct LineMemory: Sendable {
  var scores = ScoreDictionary()
  var participant = LastName()
  var timepoint = LastName()
  var instrument = LastName()
  var action = LastName()
  /// Of written lines: participant and timepoint, by their numbers.
  var opening = LastRun<(participant: Int, timepoint: Int)>()
  /// Of written lines: from the action to the seal's opening.
  var entry = LastRun<(action: AssessmentAction, recordedAt: Timestamp)>()
  private var dateText: (UInt64, UInt64) = (0, 0)
  private var lastDate: CalendarDate?
  private var momentText: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var lastMoment: Timestamp?

  /// The day at `range`, or nil where there is none.
  @inline(__always)
  mutating func date(_ bytes: RawSpan, _ range: Range<Int>) -> CalendarDate? {
    range.count == CalendarDate.textLength ? date(bytes, at: range.lowerBound) : nil
  }

  /// The day whose text starts at `start`, or nil where there is none; spare bytes must follow.
  @inline(__always)
  mutating func date(_ bytes: RawSpan, at start: Int) -> CalendarDate? {
    guard bytes.byteCount - start >= CalendarDate.textLength + ByteWord.size else { return nil }
    // The words overlap, so that they hold the day and nothing else.
    let text = (ByteWord.load(bytes, at: start), ByteWord.load(bytes, at: start + 2))
    if text != dateText {
      dateText = text
      lastDate = CalendarDate(bytes, start..<start + CalendarDate.textLength)
    }
    return lastDate
  }

  /// The moment at `range`, or nil where there is none.
  @inline(__always)
  mutating func timestamp(_ bytes: RawSpan, _ range: Range<Int>) -> Timestamp? {
    range.count == Timestamp.textLength ? timestamp(bytes, at: range.lowerBound) : nil
  }

  /// The moment whose text starts at `start`, or nil where there is none; spare bytes must follow.
  @inline(__always)
  mutating func timestamp(_ bytes: RawSpan, at start: Int) -> Timestamp? {
    guard bytes.byteCount - start >= Timestamp.textLength + ByteWord.size else { return nil }
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
    guard let date = date(bytes, at: start),
      let seconds = Timestamp.secondsOfDay(bytes, at: start + 11),
      Timestamp.hasMarks(bytes, at: start)
    else { return nil }
    return Timestamp(date: date, seconds: seconds)
  }
}
