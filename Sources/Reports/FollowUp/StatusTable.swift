import Analysis
import Documents
import Instruments

/// The counts of a status for people.
struct StatusTable {
  let status: FollowUpStatus

  /// One bar for each timepoint: what was received of what is expected.
  var bars: [String] {
    let names = status.timepoints.map(\.timepoint.id.rawValue)
    let width = names.map(\.count).max() ?? 0
    return zip(names, status.timepoints).map { name, point in
      let space = String(repeating: " ", count: width - name.count)
      let counts = point.together
      let received = ReadableNumber.integer(counts.received)
      return "\(name)\(space)  \(Self.bar(of: counts))  "
        + "\(received) of \(ReadableNumber.integer(counts.expected)) received"
    }
  }

  /// The counts at each timepoint, all instruments together.
  var together: Table {
    Table(
      columns: [Column("timepoint", .leading)] + Self.columns,
      rows: status.timepoints.map {
        [.text($0.timepoint.id.rawValue)] + Self.cells($0.together)
      })
  }

  /// The counts of each instrument at each timepoint.
  var byInstrument: Table {
    Table(
      columns: [Column("measure", .leading), Column("timepoint", .leading)] + Self.columns,
      rows: status.program.instruments.enumerated().flatMap { number, instrument in
        status.timepoints.map {
          [.text(instrument.name), .text($0.timepoint.id.rawValue)]
            + Self.cells($0.instruments[number])
        }
      })
  }

  /// Those who missed a form and withdrew since, who are expected but in no other column; no block
  /// if there are none.
  func missedThenWithdrew(byInstrument: Bool) -> [Block] {
    let instruments = status.program.instruments
    let rows =
      byInstrument
      ? instruments.enumerated().flatMap { number, instrument in
        status.timepoints.map {
          (counts: $0.instruments[number], place: "\(instrument.name) at \($0.timepoint.id)")
        }
      } : status.timepoints.map { (counts: $0.together, place: "at \($0.timepoint.id)") }
    let found = rows.filter { $0.counts.missedThenWithdrew > 0 }.map { row in
      let count = ReadableNumber.integer(row.counts.missedThenWithdrew)
      return byInstrument ? "\(row.place): \(count)" : "\(count) \(row.place)"
    }
    guard !found.isEmpty else { return [] }
    return [
      .paragraph(
        "Also counted as expected, but no longer asked (form missed, then withdrawn): "
          + found.listed("and") + ".")
    ]
  }

  private static let columns = [
    Column("expected"), Column("received"), Column("in window", key: "received_in_window"),
    Column("due"), Column("late"), Column("missed"), Column("skipped"), Column("withdrawn"),
  ]

  private static func cells(_ counts: FollowUpCounts) -> [Cell] {
    [
      counts.expected, counts.received, counts.receivedInWindow, counts.due, counts.late,
      counts.missed, counts.skipped, counts.withdrawn,
    ].map(Cell.integer)
  }

  private static let barLength = 20

  /// A bar whose parts are received, still to be received, and missed or skipped. The ends of the
  /// parts are rounded, so that the parts always fill it.
  private static func bar(of counts: FollowUpCounts) -> String {
    guard counts.expected > 0 else { return String(repeating: " ", count: barLength) }
    let end = { (count: Int) in
      (2 * count * barLength + counts.expected) / (2 * counts.expected)
    }
    let received = end(counts.received)
    let open = end(counts.received + counts.due + counts.late)
    return String(repeating: "█", count: received)
      + String(repeating: "▒", count: open - received)
      + String(repeating: "░", count: barLength - open)
  }
}
