/// How a report is printed, by the names that `--format` takes.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  case csv
  case json
  case markdown
}
