import Text

/// The values of the previous line. Most lines repeat the dates of their neighbors, and all lines
/// share a few scores, so that comparing bytes saves parsing them.
struct PreviousLine: Sendable {
  var scores = ScoreDictionary()
  var participant = PreviousName()
  var timepoint = PreviousName()
  var instrument = PreviousName()
  var action = PreviousName()
  /// The participant and timepoint of a written line, by their numbers.
  var opening = PreviousColumns<(participant: Int, timepoint: Int)>()
  /// The columns of a written line from the action to the opening of the seal; the reason is
  /// counted from the start of these columns.
  var entry = PreviousColumns<
    (action: AssessmentAction, recordedAt: Timestamp, reason: Range<Int>)
  >()
  private var dateText: (UInt64, UInt64) = (0, 0)
  private var lastDate: CalendarDate?
  private var momentText: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var lastMoment: Timestamp?

  /// The day at `range`; nil if there is none.
  @inline(__always)
  mutating func date(_ bytes: RawSpan, _ range: Range<Int>) -> CalendarDate? {
    range.count == CalendarDate.textLength ? date(bytes, at: range.lowerBound) : nil
  }

  /// The day whose text starts at `start`; nil if there is none. Spare bytes must follow.
  @inline(__always)
  mutating func date(_ bytes: RawSpan, at start: Int) -> CalendarDate? {
    guard bytes.byteCount - start >= CalendarDate.textLength + ByteWord.size else { return nil }
    // The two words overlap, so that they contain the day and nothing else.
    let text = (ByteWord.load(bytes, at: start), ByteWord.load(bytes, at: start + 2))
    if text != dateText {
      dateText = text
      lastDate = CalendarDate(bytes, start..<start + CalendarDate.textLength)
    }
    return lastDate
  }

  /// The time at `range`; nil if there is none.
  @inline(__always)
  mutating func timestamp(_ bytes: RawSpan, _ range: Range<Int>) -> Timestamp? {
    range.count == Timestamp.textLength ? timestamp(bytes, at: range.lowerBound) : nil
  }

  /// The time whose text starts at `start`; nil if there is none. Spare bytes must follow.
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

  /// Parses a new time. Its day is often the same as before when its time of day is not.
  private mutating func newTimestamp(_ bytes: RawSpan, at start: Int) -> Timestamp? {
    guard let date = date(bytes, at: start),
      let seconds = Timestamp.secondsOfDay(bytes, at: start + 11),
      Timestamp.hasMarks(bytes, at: start)
    else { return nil }
    return Timestamp(date: date, seconds: seconds)
  }
}
