import Analysis
import Documents
import Records

/// The entries of `outcomes due` for machines: one row for each participant and timepoint.
struct DueRows {
  let list: DueList

  var table: StreamedTable {
    let participants = list.entries.map(\.participant)
    let columns = columns
    let settings = list.program.settings
    let attributes = AttributeLists(list.participants, settings.attributes, of: participants)
    let names = AttributeColumns(
      settings.attributes, besides: ["participant"] + columns.map(\.column.key)
    ).names
    return StreamedTable(
      Column("participant", .leading), attributes.columns(named: names) + columns,
      innerObject: attributes.innerObject(from: 0), count: list.entries.count
    ) { [ids = list.participants.ids] in ids[participants[$0]] }
  }

  /// The columns after the attributes.
  private var columns: [StreamedTable.SharedColumn] {
    let program = list.program
    return [
      .init(
        Column("timepoint", .leading),
        cells: program.timepoints.map { .text($0.id.rawValue) },
        indices: list.entries.map { Int32($0.timepoint) }),
      .init(
        Column("state", .leading), cells: FollowUpState.allCases.map { .text($0.rawValue) },
        indices: list.entries.map { Int32($0.state.rank) }),
      days("opens", \.opens), days("target", \.target), days("closes", \.closes),
      .init(
        Column("days_left"), keys: list.entries.map { Int32($0.daysLeft) }, cell: Cell.integer),
      .init(
        Column("missing", .leading),
        cells: list.missingSets.map { set in
          .list(set.map { program.instruments[$0].id.rawValue })
        },
        indices: list.entries.map { Int32($0.missing) }),
      .init(
        Column("open_alert", .leading), cells: [.flag(false), .flag(true)],
        indices: list.entries.map { list.withOpenAlert.contains($0.participant) ? 1 : 0 }),
    ]
  }

  private func days(
    _ key: String, _ end: KeyPath<TimepointWindow, Int>
  ) -> StreamedTable.SharedColumn {
    .init(
      Column(key, .leading), keys: list.days(end),
      cell: { .date(CalendarDate(daysSinceEpoch: $0).description) })
  }
}

extension DueList {
  /// For each entry, a day of the window, in days since 1970-01-01.
  func days(_ end: KeyPath<TimepointWindow, Int>) -> [Int32] {
    let windows = program.timepoints.map { $0.window }
    let offsets = windows.map { Int32($0[keyPath: end]) }
    return entries.map {
      participants.enrolledOn[$0.participant].daysSinceEpoch + offsets[$0.timepoint]
    }
  }
}
