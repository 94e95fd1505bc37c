import Text

/// A renderer of tables as CSV: keys as the header, numbers in full precision, empty fields for
/// missing values.
package struct CSVRenderer: Sendable {
  /// True if text that a spreadsheet would run as a formula stays as it is.
  package let raw: Bool

  package init(raw: Bool = false) {
    self.raw = raw
  }

  /// The header and rows, each ending with a line feed.
  package func render(_ table: Table) -> String {
    var bytes: [UInt8] = []
    append(table.columns.flatMap(\.csvNames), to: &bytes)
    for row in table.rows {
      append(zip(row, table.columns).flatMap(fields), to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a streamed table in pieces, one row after the other.
  package func write<Failure: Error>(
    _ table: StreamedTable, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var buffer = OutputBuffer()
    buffer.append(render(Table(columns: table.columns, rows: [])))
    let texts = SharedTexts(
      table, table.shared.map { shared in shared.cells.map { "," + field($0, shared.column) } })
    for row in 0..<table.count {
      let id = table.id(row)
      buffer.append(CSVField.isPlain(id) ? id : field(.text(id), table.idColumn))
      texts.append(row, to: &buffer)
      buffer.append("\n")
      try buffer.flushIfFull(to: sink)
    }
    try buffer.flush(to: sink)
  }

  private func fields(_ cell: Cell, _ column: Column) -> [String] {
    switch cell {
    case .text(let text): [raw ? text : CSVField.neutralized(text)]
    case .integer(let value): [String(value)]
    case .decimal(let value, _), .change(let value, _), .percent(let value, _),
      .share(let value, _),
      .probability(let value), .money(let value, _, _):
      [number(value)]
    case .interval(let lower, let upper, _): [number(lower), number(upper)]
    case .date(let date): [date]
    case .list(let texts): fields(.text(texts.joined(separator: " ")), column)
    case .flag(let isTrue): [ReadableTable.yesOrNo(isTrue)]
    case .suppressed: column.csvNames.map { _ in ReadableTable.suppressed }
    case .missing, .blank: column.csvNames.map { _ in "" }
    }
  }

  private func number(_ value: Double) -> String {
    value.isFinite ? NumberText.shortest(value) : ""
  }

  private func field(_ cell: Cell, _ column: Column) -> String {
    var bytes: [UInt8] = []
    join(fields(cell, column), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ fields: [String], to bytes: inout [UInt8]) {
    join(fields, to: &bytes)
    bytes.append(ASCII.lineFeed)
  }

  private func join(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(ASCII.comma) }
      CSVField.append(field, to: &bytes)
    }
  }
}
