import Text

/// A time in Coordinated Universal Time, to the second.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let secondsSinceEpoch: Int64

  package init(secondsSinceEpoch: Int64) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// Later than every other time.
  package static let endOfTime = Timestamp(secondsSinceEpoch: .max)

  /// The time `seconds` after the start of `date`.
  package init(date: CalendarDate, seconds: Int = 0) {
    secondsSinceEpoch = Int64(date.daysSinceEpoch) * Self.secondsPerDay + Int64(seconds)
  }

  /// The last second of a day.
  package init(endOf date: CalendarDate) {
    self.init(date: date, seconds: Int(Self.secondsPerDay) - 1)
  }

  /// Creates a time from text of the form `YYYY-MM-DDThh:mm:ssZ`; nil for any other text.
  package init?(_ text: String) {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    self.init(bytes.span.bytes, 0..<text.utf8.count)
  }

  /// Creates a time from bytes of the form `YYYY-MM-DDThh:mm:ssZ` at `range`; nil for any other
  /// bytes. Spare bytes must follow.
  package init?(_ bytes: RawSpan, _ range: Range<Int>) {
    guard range.count == Self.textLength else { return nil }
    let start = range.lowerBound
    guard let date = CalendarDate(bytes, start..<start + CalendarDate.textLength),
      let seconds = Self.secondsOfDay(bytes, at: start + 11), Self.hasMarks(bytes, at: start)
    else { return nil }
    self.init(date: date, seconds: seconds)
  }

  /// True if the letters between and after the parts are where they belong.
  static func hasMarks(_ bytes: RawSpan, at start: Int) -> Bool {
    bytes.byte(at: start + 10) == UInt8(ascii: "T")
      && bytes.byte(at: start + 19) == UInt8(ascii: "Z")
  }

  /// The second of the day given by the text `hh:mm:ss` at `start`; nil for any other text.
  static func secondsOfDay(_ bytes: RawSpan, at start: Int) -> Int? {
    guard let hour = FixedDigits.number(bytes, at: start, width: 2), hour < 24,
      bytes.byte(at: start + 2) == ASCII.colon,
      let minute = FixedDigits.number(bytes, at: start + 3, width: 2), minute < 60,
      bytes.byte(at: start + 5) == ASCII.colon,
      let second = FixedDigits.number(bytes, at: start + 6, width: 2), second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// The length of a time's text in bytes.
  static let textLength = 20

  /// The day of this time in Coordinated Universal Time.
  package var date: CalendarDate {
    let days =
      secondsSinceEpoch >= 0
      ? secondsSinceEpoch / Self.secondsPerDay
      : (secondsSinceEpoch - Self.secondsPerDay + 1) / Self.secondsPerDay
    return CalendarDate(daysSinceEpoch: Int(days))
  }

  /// The time as `YYYY-MM-DDThh:mm:ssZ`.
  package var description: String {
    let date = date
    let seconds = Int(secondsSinceEpoch - Int64(date.daysSinceEpoch) * Self.secondsPerDay)
    return date.description + "T" + CalendarDate.twoDigits(seconds / 3600) + ":"
      + CalendarDate.twoDigits(seconds / 60 % 60) + ":" + CalendarDate.twoDigits(seconds % 60) + "Z"
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  private static let secondsPerDay: Int64 = 86_400
}
