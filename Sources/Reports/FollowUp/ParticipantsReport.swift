import Analysis
import Documents
import Records
import Text

/// The report of `outcomes participants`: one line for each participant.
package struct ParticipantsReport: Reportable {
  private let overview: ParticipantOverview

  package init(_ overview: ParticipantOverview) {
    self.overview = overview
  }

  package var document: Document {
    let count = ReadableNumber.count(overview.entries.count, "participant")
    return Document(
      title: "\(overview.program.settings.name): \(count) as of \(overview.selection.moment)",
      blocks: (overview.selection.conditions.isEmpty
        ? [] : [.paragraph(overview.selection.sentences.joined(separator: " "))])
        + leftOut.blocks
        + [overview.entries.isEmpty ? .paragraph("No participants yet.") : .streamed(readable)])
  }

  package var table: Table { rows.whole }

  package var remarks: [String] { leftOut.sentences }

  package var people: StreamedTable? { rows }

  package var json: JSONValue { streamedJSON(rows).whole }

  package var membersBeforePeople: [JSONMember] {
    [JSONMember("schema", .string("outcomes.participants/1"))] + overview.selection.momentMembers
      + [JSONMember("program", .string(overview.program.settings.name)), leftOut.member]
  }

  private var leftOut: LeftOutOfUse { LeftOutOfUse(count: overview.withdrawnFromUse) }

  private var participants: [Int] { overview.entries.map(\.participant) }

  private var rows: StreamedTable {
    let attributes = overview.program.settings.attributes
    let columns =
      days + [
        next, nextDue, flag("open_alert", \.hasOpenAlert), flag("unknown_item", \.hasUnknownItem),
      ]
    let lists = AttributeLists(overview.participants, attributes, of: participants)
    let names = AttributeColumns(attributes, besides: ["participant"] + columns.map(\.column.key))
    return table(lists.columns(named: names.names) + columns, lists.innerObject(from: 0))
  }

  private var readable: StreamedTable {
    let attributes = overview.program.settings.attributes
    let lists = AttributeLists(overview.participants, attributes, of: participants)
    return table(days + [next, nextDue, alert] + lists.columns(named: attributes))
  }

  private func table(
    _ columns: [StreamedTable.SharedColumn], _ inner: StreamedTable.InnerObject? = nil
  ) -> StreamedTable {
    StreamedTable(
      Column("participant", .leading), columns, innerObject: inner, count: participants.count
    ) { [ids = overview.participants.ids, participants] in ids[participants[$0]] }
  }

  private var days: [StreamedTable.SharedColumn] {
    [
      day(Column("enrolled", key: "enrolled_on", .leading)) {
        overview.participants.enrolledOn[$0.participant]
      },
      day(Column("withdrawn", key: "withdrawn_on", .leading), \.withdrawnOn),
      day(Column("last form", key: "last_form", .leading), \.lastForm),
    ]
  }

  private var next: StreamedTable.SharedColumn {
    let timepoints = overview.program.timepoints
    return .init(
      Column("next", key: "next_timepoint", .leading),
      cells: timepoints.map { .text($0.id.rawValue) } + [.blank],
      indices: overview.entries.map { Int32($0.next ?? timepoints.count) })
  }

  private var nextDue: StreamedTable.SharedColumn {
    day(Column("due on", key: "next_due", .leading), \.nextDue)
  }

  private func flag(
    _ key: String, _ isTrue: (ParticipantOverview.Entry) -> Bool
  ) -> StreamedTable.SharedColumn {
    .init(
      Column(key, .leading), cells: [.flag(false), .flag(true)],
      indices: overview.entries.map { isTrue($0) ? 1 : 0 })
  }

  private var alert: StreamedTable.SharedColumn {
    .init(
      Column("alert", .leading),
      cells: [.blank, .text("open"), .text("item unknown"), .text("open; item unknown")],
      indices: overview.entries.map { ($0.hasOpenAlert ? 1 : 0) + ($0.hasUnknownItem ? 2 : 0) })
  }

  /// A column of days, blank where there is none.
  private func day(
    _ column: Column, _ date: (ParticipantOverview.Entry) -> CalendarDate?
  ) -> StreamedTable.SharedColumn {
    let days = overview.entries.map { date($0)?.daysSinceEpoch }
    // A day before all others stands for none, so that the range of the numbers stays small.
    let none = (days.compactMap(\.self).min() ?? 0) - 1
    return .init(column, keys: days.map { $0 ?? none }) { day in
      day == none ? .blank : .date(CalendarDate(daysSinceEpoch: day).description)
    }
  }
}
