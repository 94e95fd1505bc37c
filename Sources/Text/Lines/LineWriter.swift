/// Writes the lines of one file, in either format, so that `LineScanner` can read them.
package struct LineWriter: Sendable {
  package let schema: LineSchema
  package let format: LineFormat

  package init(schema: LineSchema, format: LineFormat) {
    self.schema = schema
    self.format = format
  }

  /// The header line with its line end; empty if the format has none.
  package var header: [UInt8] {
    format.hasHeader ? Array((schema.header + "\n").utf8) : []
  }

  /// Appends one line with its line end.
  ///
  /// - Parameters:
  ///   - values: one text per column, empty if the value is missing. Numbers are given as the text
  ///     to write. No value may contain a control character; they are refused at entry.
  ///   - bytes: receives the line.
  package func append(_ values: [String], to bytes: inout [UInt8]) {
    precondition(values.count == schema.columns.count, "one value for each column")
    switch format {
    case .csv: appendCSV(values, to: &bytes)
    case .json: appendJSON(values, to: &bytes)
    }
    bytes.append(ASCII.lineFeed)
  }

  private func appendCSV(_ values: [String], to bytes: inout [UInt8]) {
    for (column, value) in values.enumerated() {
      if column > 0 { bytes.append(ASCII.comma) }
      CSVField.append(value, to: &bytes)
    }
  }

  private func appendJSON(_ values: [String], to bytes: inout [UInt8]) {
    var separator = ASCII.openBrace
    for (column, value) in zip(schema.columns, values) where !value.isEmpty {
      bytes.append(separator)
      separator = ASCII.comma
      bytes.append(ASCII.quote)
      bytes.append(contentsOf: column.name.utf8)
      bytes.append(ASCII.quote)
      bytes.append(ASCII.colon)
      switch column.kind {
      case .number: bytes.append(contentsOf: value.utf8)
      case .text: bytes.append(contentsOf: JSONWriter.quoted(value).utf8)
      }
    }
    if separator == ASCII.openBrace { bytes.append(separator) }
    bytes.append(ASCII.closeBrace)
  }
}
