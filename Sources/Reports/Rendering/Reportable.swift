import Text

/// How a report is printed, by the names that `--format` takes.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  case csv
  case json
  case markdown
}

/// What a command answers, ready for every format.
package protocol Reportable: Sendable {
  /// For people.
  var report: Report { get }
  /// For spreadsheets and statistics programs: one row an observation.
  var table: Table { get }
  /// For scripts; the rows of `table` unless there is more to say.
  var json: JSONValue { get }
}

extension Reportable {
  package var json: JSONValue { table.json }

  /// The answer in a format, its last line ended.
  /// - Parameter raw: whether texts in CSV stay as they are, even where a spreadsheet would run them.
  package func rendered(as format: ReportFormat, raw: Bool = false) -> String {
    switch format {
    case .table: TextRenderer().render(report)
    case .csv: CSVRenderer(raw: raw).render(table)
    case .json: JSONWriter.pretty(json) + "\n"
    case .markdown: MarkdownRenderer().render(report)
    }
  }
}
