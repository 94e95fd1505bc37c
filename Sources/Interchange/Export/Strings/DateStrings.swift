import Text
import Records

/// Every day from the first to the last date in a table, as byte strings of an export.
struct DateStrings {
  private let epoch: Int

  /// Adds the days to `strings`.
  init(_ table: CohortColumns, in syntax: TableSyntax, to strings: inout ByteStrings) {
    let days = Self.days(of: table)
    let first = strings.add(count: days.count) { index, bytes in
      bytes += syntax.text(CalendarDate(daysSinceEpoch: Int(days.lowerBound) + index).description)
    }
    epoch = first - Int(days.lowerBound)
  }

  /// The number of the byte string for a day, given in days since 1970-01-01.
  @inline(__always)
  subscript(day: Int32) -> Int { epoch + Int(day) }

  /// The days from the first to the last date on which a participant enrolled, withdrew or was
  /// assessed.
  private static func days(of table: CohortColumns) -> Range<Int32> {
    var first = Int32.max
    var last = Int32.min
    func include(_ day: Int32) {
      first = min(first, day)
      last = max(last, day)
    }
    for date in table.participants.enrolledOn { include(date.daysSinceEpoch) }
    for case let date? in table.participants.withdrawnOn { include(date.daysSinceEpoch) }
    let absent = ScoreColumn.absent
    for cell in ScoreCell.all(of: table.program) {
      guard let column = table.column(instrument: cell.instrument, timepoint: cell.timepoint)
      else { continue }
      for participant in column.scores.indices where column.scores[participant] != absent {
        include(column.dates[participant])
      }
    }
    return first <= last ? first..<last + 1 : 0..<0
  }
}
