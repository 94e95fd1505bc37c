/// Writes lines of one file, whatever its format; what it writes `LineScanner` reads.
package struct LineWriter: Sendable {
  package let schema: LineSchema
  package let format: LineFormat

  package init(schema: LineSchema, format: LineFormat) {
    self.schema = schema
    self.format = format
  }

  /// The header line with its line end; empty where the format has none.
  package var header: [UInt8] {
    format.hasHeader ? Array((schema.header + "\n").utf8) : []
  }

  /// Appends one line with its line end.
  /// - Parameters:
  ///   - values: one text a column, empty where the value is missing. Numbers come as the text that
  ///     is
  ///     to stand in the file. No value may hold a control character: entry refuses them.
  ///   - bytes: receives the line.
  package func append(_ values: [String], to bytes: inout [UInt8]) {
    precondition(values.count == schema.columns.count, "one value a column")
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
