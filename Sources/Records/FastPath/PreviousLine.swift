import Text

/// What one line leaves behind for the next: most lines repeat their neighbor's dates, and all of
/// them share a few scores, so that comparing spares parsing.
struct PreviousLine: Sendable {
  var scores = ScoreDictionary()
  var participant = PreviousName()
  var timepoint = PreviousName()
  var instrument = PreviousName()
  var action = PreviousName()
  /// Of written lines: participant and timepoint, by their numbers.
  var opening = PreviousColumns<(participant: Int, timepoint: Int)>()
  /// Of written lines: from the action to the seal's opening.
  var entry = PreviousColumns<(action: AssessmentAction, recordedAt: Timestamp)>()
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
