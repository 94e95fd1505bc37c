import Text

/// A calendar day in the Gregorian calendar, without time or time zone.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  package let daysSinceEpoch: Int32

  package init(daysSinceEpoch: Int) {
    self.daysSinceEpoch = Int32(daysSinceEpoch)
  }

  /// Creates a day; nil if it does not exist. Years are limited to 1900 to 2999, because any other
  /// year in a program's files is a typing error.
  package init?(year: Int, month: Int, day: Int) {
    guard 1900...2999 ~= year, 1...12 ~= month, day >= 1,
      day <= Self.lengthOfMonth(month, year: year)
    else { return nil }
    // Days from civil: years start in March, so that a leap day is the last day of a year (Howard
    // Hinnant, "chrono-compatible low-level date algorithms", section days_from_civil).
    let shiftedYear = month > 2 ? year : year - 1
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSinceEpoch: era * 146_097 + dayOfEra - 719_468)
  }

  /// Creates a day from text of the form `YYYY-MM-DD`; nil for any other text.
  package init?(_ text: String) {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: ByteWord.size)
    self.init(bytes.span.bytes, 0..<text.utf8.count)
  }

  /// Creates a day from bytes of the form `YYYY-MM-DD` at `range`; nil for any other bytes. Spare
  /// bytes must follow.
  package init?(_ bytes: RawSpan, _ range: Range<Int>) {
    guard range.count == Self.textLength else { return nil }
    let start = range.lowerBound
    guard let year = FixedDigits.number(bytes, at: start, width: 4),
      bytes.byte(at: start + 4) == ASCII.minus,
      let month = FixedDigits.number(bytes, at: start + 5, width: 2),
      bytes.byte(at: start + 7) == ASCII.minus,
      let day = FixedDigits.number(bytes, at: start + 8, width: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The length of a date's text in bytes.
  static let textLength = 10

  /// The year, the month from 1 and the day from 1.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day as `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = components
    return String(year) + "-" + Self.twoDigits(month) + "-" + Self.twoDigits(day)
  }

  /// The day this many days later.
  package func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: Int(daysSinceEpoch) + days)
  }

  /// The number of days from `earlier` to this day.
  package func days(since earlier: CalendarDate) -> Int {
    Int(daysSinceEpoch) - Int(earlier.daysSinceEpoch)
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  private static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0" + String(number) : String(number)
  }
}
