/// The formats of an exported table.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// RFC 4180 in UTF-8, with a header line and lines ended by a line feed; a missing value is
  /// empty.
  case csv
  /// An array with one flat object per row and one row per line; a missing value is `null`.
  case json
}

/// How an exported table is written.
package struct ExportStyle: Sendable {
  package let format: ExportFormat
  /// True if text that a spreadsheet program would run as a formula is kept as it is. Otherwise an
  /// apostrophe is put in front of it in CSV, but never in JSON, which no spreadsheet program runs.
  package let raw: Bool

  package init(_ format: ExportFormat, raw: Bool = false) {
    self.format = format
    self.raw = raw
  }
}
