/// The format of a report; raw values are those of `--format`.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// Text for a terminal.
  case table
  case csv
  case json
  case markdown
}
