import Analysis
import Documents
import Records
import Text

/// The report of `outcomes alerts`: answers that need a person's attention until somebody says what
/// was done, and risk items that are not known.
package struct AlertsReport: Reportable {
  private let alerts: OpenAlerts

  package init(_ alerts: OpenAlerts) {
    self.alerts = alerts
  }

  package var document: Document {
    let known = alerts.knownAt.map { ", as known at \($0)" } ?? ""
    return Document(
      title: "\(alerts.program) · open alerts\(known)", blocks: open + unknown)
  }

  private var open: [Block] {
    guard !alerts.alerts.isEmpty else { return [.paragraph("No open alerts.")] }
    return [
      .heading("Needs a person's attention today"),
      .table(
        Table(
          columns: Self.placeColumns + [
            Column("item"), Column("answer"), Column("since", .leading), Column("days"),
            Column("note", .leading),
          ],
          rows: alerts.alerts.map { entry in
            place(entry) + [
              .integer(entry.item), entry.answer.map { .integer($0.code) } ?? .blank,
              .date(entry.since.date.description), .integer(entry.days),
              .text(entry.answer?.basis.note ?? ""),
            ]
          })),
      .paragraph(
        ((alerts.message.map { [$0] } ?? [])
          + [
            "An alert stays open until somebody says what was done: `outcomes acknowledge ID"
              + " TIMEPOINT INSTRUMENT --reason TEXT`."
          ]).joined(separator: " ")),
    ]
  }

  private var unknown: [Block] {
    guard !alerts.unknown.isEmpty else { return [] }
    return [
      .heading("Risk items without an answer"),
      .paragraph(
        "Only a total was entered, or the item was left out: whether it needs attention is not"
          + " known."),
      .table(
        Table(
          columns: Self.placeColumns + [
            Column("item"), Column("since", .leading), Column("days"),
          ],
          rows: alerts.unknown.map { entry in
            place(entry) + [
              .integer(entry.item), .date(entry.since.date.description), .integer(entry.days),
            ]
          })),
    ]
  }

  private static let placeColumns = [
    Column("participant", .leading), Column("timepoint", .leading), Column("measure", .leading),
  ]

  private func place(_ entry: OpenAlerts.Entry) -> [Cell] {
    [
      .text(entry.participant), .text(entry.timepoint.rawValue), .text(entry.instrument.name),
    ]
  }

  package var table: Table {
    Table(
      columns: [
        Column("participant", .leading), Column("timepoint", .leading),
        Column("instrument", .leading), Column("item"), Column("answer"), Column("state", .leading),
        Column("since", .leading), Column("days"),
      ],
      rows: (alerts.alerts + alerts.unknown).map { entry in
        [
          .text(entry.participant), .text(entry.timepoint.rawValue),
          .text(entry.instrument.id.rawValue), .integer(entry.item),
          entry.answer.map { .integer($0.code) } ?? .blank, .text(entry.state),
          .text(entry.since.description), .integer(entry.days),
        ]
      })
  }

  package var json: JSONValue {
    .object(
      [
        JSONMember("schema", .string("outcomes.alerts/1")),
        JSONMember("program", .string(alerts.program)),
        JSONMember("as_known_at", .optional(alerts.knownAt?.description)),
      ] + alerts.members)
  }
}

extension OpenAlerts.Entry {
  /// The state in CSV and JSON: what the latest line says of the answer, or `unknown`.
  fileprivate var state: String { answer?.basis.rawValue ?? "unknown" }

  var json: JSONValue {
    .object([
      "participant": .string(participant), "timepoint": .string(timepoint.rawValue),
      "instrument": .string(instrument.id.rawValue), "item": .integer(item),
      "answer": answer.map { .integer($0.code) } ?? .null, "state": .string(state),
      "since": .string(since.description), "days": .integer(days),
    ])
  }
}
