/// The formats of an exported table.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// RFC 4180, UTF-8, lines ended by a line feed, a header first; a missing value is empty.
  case csv
  /// A list with one flat object a row, one row a line; a missing value is `null`.
  case json
}

/// How an exported table is written.
package struct ExportStyle: Sendable {
  package let format: ExportFormat
  /// Whether texts that a spreadsheet program would run as a formula stay as they are. Otherwise
  /// CSV puts an apostrophe in front of them; JSON, which no spreadsheet program runs, never does.
  package let raw: Bool

  package init(_ format: ExportFormat, raw: Bool = false) {
    self.format = format
    self.raw = raw
  }
}
