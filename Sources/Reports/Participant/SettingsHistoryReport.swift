import Documents
import Records
import Text

/// The report of `outcomes history --settings`: every change to the program's settings, oldest
/// first.
package struct SettingsHistoryReport: Reportable {
  private let program: String
  private let entries: [(event: FileEvent, entry: SettingsEntry)]

  /// - Parameter events: the lines that record settings, in the order of the file.
  package init(_ program: String, _ events: [FileEvent]) {
    self.program = program
    entries = events.compactMap { event in SettingsEntry(text: event.text).map { (event, $0) } }
  }

  package var document: Document {
    let title = "\(program) · every change to the settings, oldest first"
    guard !entries.isEmpty else {
      return Document(
        title: title, blocks: [.paragraph("No changes to the settings have been recorded.")])
    }
    return Document(title: title, blocks: [.table(readable)])
  }

  /// The table in text; the initial settings are one row, since `program.json` shows their values.
  private var readable: Table {
    Table(
      columns: [
        Column("recorded at", .leading), Column("by", .leading), Column("setting", .leading),
        Column("old", .leading), Column("new", .leading), Column("reason", .leading),
      ],
      rows: entries.flatMap { event, entry -> [[Cell]] in
        let (first, last) = (
          [Cell.text(event.recordedAt.description), .text(event.recordedBy)],
          [Cell.text(entry.reason)]
        )
        if entry.changes.allSatisfy({ $0.old == nil }), entry.changes.count > 1 {
          return [first + [.text("all"), .blank, .blank] + last]
        }
        return entry.changes.flatMap { change in
          change.differences.map { difference in
            first
              + [
                .text(Self.name(change, difference)),
                .text(SettingsDifference.shown(difference.old)),
                .text(SettingsDifference.shown(difference.new)),
              ] + last
          }
        }
      })
  }

  private static func name(_ change: SettingsChange, _ difference: SettingsDifference) -> String {
    change.document == SettingsRecord.program
      ? difference.path : "\(change.document): \(difference.path)"
  }

  package var table: Table {
    Table(
      columns: [
        Column("recorded_at", .leading), Column("recorded_by", .leading),
        Column("document", .leading), Column("key", .leading), Column("old", .leading),
        Column("new", .leading), Column("reason", .leading),
      ],
      rows: entries.flatMap { event, entry in
        entry.changes.flatMap { change in
          change.differences.map { difference in
            [
              .text(event.recordedAt.description), .text(event.recordedBy),
              .text(change.document), .text(difference.path), Self.cell(difference.old),
              Self.cell(difference.new), .text(entry.reason),
            ]
          }
        }
      })
  }

  /// A value as JSON, but a string without quotes.
  private static func cell(_ value: JSONValue?) -> Cell {
    switch value {
    case nil: .blank
    case .string(let text)?: .text(text)
    case let value?: .text(JSONWriter.compact(value))
    }
  }

  package var json: JSONValue {
    .object([
      "schema": .string("outcomes.settings_history/1"), "program": .string(program),
      "changes": .array(
        entries.flatMap { event, entry in
          entry.changes.flatMap { change in
            change.differences.map { difference in
              .object([
                "recorded_at": .string(event.recordedAt.description),
                "recorded_by": .string(event.recordedBy), "document": .string(change.document),
                "key": .string(difference.path), "old": difference.old ?? .null,
                "new": difference.new ?? .null, "reason": .string(entry.reason),
              ])
            }
          }
        }),
    ])
  }
}
