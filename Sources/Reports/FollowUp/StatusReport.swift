import Analysis
import Documents
import Records
import Text

/// The report of `outcomes status`: what is expected, what was received, and what needs a person's
/// attention, on one screen.
package struct StatusReport: Reportable {
  /// The moment of the last entry, and who made it.
  package struct Entry: Sendable {
    package let at: Timestamp
    package let by: String

    package init(at: Timestamp, by: String) {
      self.at = at
      self.by = by
    }
  }

  private let status: FollowUpStatus
  private let lastEntry: Entry?
  private let lastBackup: BackupNote?
  /// True if the table shows each instrument.
  private let showsInstruments: Bool

  package init(
    _ status: FollowUpStatus, lastEntry: Entry?, lastBackup: BackupNote?,
    showsInstruments: Bool = false
  ) {
    self.status = status
    self.lastEntry = lastEntry
    self.lastBackup = lastBackup
    self.showsInstruments = showsInstruments
  }

  package var document: Document {
    let counts = StatusTable(status: status)
    return Document(
      title: "\(status.program.settings.name): status as of \(status.selection.moment)",
      blocks: [.paragraph(opening)] + leftOut.blocks + status.alerts.blocks
        + (status.enrolled == 0
          ? []
          : [
            .diagram(counts.bars), .table(showsInstruments ? counts.byInstrument : counts.together),
          ] + counts.missedThenWithdrew(byInstrument: showsInstruments) + [Self.notes]))
  }

  package var remarks: [String] { leftOut.sentences }

  private var leftOut: LeftOutOfUse { LeftOutOfUse(count: status.withdrawnFromUse) }

  package var table: Table {
    let columns = [Column("instrument", .leading), Column("timepoint", .leading), Column("day")]
    let instruments = status.program.instruments.enumerated().flatMap { number, instrument in
      status.timepoints.map { row(instrument.id.rawValue, $0, $0.instruments[number]) }
    }
    return Table(
      columns: columns + StatusFields.counts.map(\.column),
      rows: status.timepoints.map { row(nil, $0, $0.together) } + instruments)
  }

  package var json: JSONValue {
    .object(
      [JSONMember("schema", .string("outcomes.status/1"))] + status.selection.momentMembers + [
        JSONMember("program", .string(status.program.settings.name)),
        JSONMember("enrolled", .integer(status.enrolled)),
        JSONMember("withdrawn", .integer(status.withdrawn)), leftOut.member,
        JSONMember("last_entry", lastEntry.map(Self.json) ?? .null),
        JSONMember("last_backup", lastBackup.map(Self.json) ?? .null),
      ] + status.alerts.members + [
        JSONMember("timepoints", .array(status.timepoints.map { timepoint($0, $0.together) })),
        JSONMember(
          "measures",
          .array(
            status.program.instruments.enumerated().map { number, instrument in
              .object([
                "instrument": .string(instrument.id.rawValue),
                "timepoints": .array(
                  status.timepoints.map { timepoint($0, $0.instruments[number]) }),
              ])
            })),
      ])
  }

  private var opening: String {
    guard status.enrolled > 0 else {
      return status.selection.conditions.isEmpty
        ? "No participants yet. Add the first one with `outcomes enroll ID`."
        : "No participant enrolled by this date has these values. "
          + status.selection.sentences.joined(separator: " ")
    }
    let withdrew = ReadableNumber.integer(status.withdrawn)
    let last = lastEntry.map { ["Last entry on \($0.at.date), by “\($0.by)”."] } ?? []
    let backup =
      lastBackup.map { "Last backup on \($0.at.date), to \($0.file)." }
      ?? "No backup is recorded here: make one with `outcomes backup FILE`."
    return
      ([
        "\(ReadableNumber.count(status.enrolled, "participant")) enrolled,"
          + " \(withdrew) of them withdrawn."
      ] + last + [backup] + status.selection.sentences).joined(separator: " ")
  }

  private func row(
    _ instrument: String?, _ point: FollowUpStatus.AtTimepoint, _ counts: FollowUpCounts
  ) -> [Cell] {
    [
      instrument.map(Cell.text) ?? .blank, .text(point.timepoint.id.rawValue),
      .integer(point.timepoint.day),
    ] + StatusFields.counts.cells(of: counts)
  }

  private func timepoint(
    _ point: FollowUpStatus.AtTimepoint, _ counts: FollowUpCounts
  ) -> JSONValue {
    .object(
      [
        JSONMember("timepoint", .string(point.timepoint.id.rawValue)),
        JSONMember("day", .integer(point.timepoint.day)),
      ] + StatusFields.counts.members(of: counts))
  }

  private static func json(_ entry: Entry) -> JSONValue {
    .object(["at": .string(entry.at.description), "by": .string(entry.by)])
  }

  private static func json(_ backup: BackupNote) -> JSONValue {
    .object([
      "at": .string(backup.at.description), "by": .string(backup.by),
      "file": .string(backup.file),
    ])
  }

  private static let notes = Block.notes(
    "How to read this",
    [
      "█ received, ▒ due or late, ░ missed or skipped, of those expected: everyone whose window"
        + " has opened and who did not withdraw before it closed.",
      "received: every form is there, whenever it was filled in. due, late, missed: listed by"
        + " `outcomes due`. skipped: declined or not reached. withdrawn: a form is missing, and"
        + " they withdrew before the window closed, as in `outcomes attrition`.",
    ])
}
