import Text

/// A renderer of documents as text for a terminal.
package struct TextRenderer: Sendable {
  /// The most characters in a line of sentences; tables may be wider.
  package let width: Int

  package init(width: Int = 80) {
    self.width = width
  }

  /// The document as lines of text, ending with a line feed.
  package func render(_ document: Document) -> String {
    var text = ""
    write(document) { text += $0 }
    return text
  }

  /// Writes the document in pieces, ending with a line feed.
  package func write<Failure: Error>(
    _ document: Document, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(underlined(document.title, with: "="))
    for block in document.blocks {
      try sink("\n\n")
      if case .streamed(let table) = block {
        try write(table, to: sink)
      } else {
        try sink(render(block))
      }
    }
    try sink("\n")
  }

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let text): underlined(text, with: "-")
    case .paragraph(let text): TextWrapping.wrapped(text, width: width)
    case .notes(let title, let notes):
      ([ReadableTable.singleLine(title)]
        + notes.map { "- " + TextWrapping.wrapped($0, width: width, indent: 2) })
        .joined(separator: "\n")
    case .table(let table): render(table)
    case .streamed(let table): render(table.whole)
    case .diagram(let lines): lines.map(ReadableTable.singleLine).joined(separator: "\n")
    }
  }

  private func render(_ table: Table) -> String {
    let readable = ReadableTable(table)
    let widths = widths(of: readable)
    var lines = table.caption.map { [ReadableTable.singleLine($0)] } ?? []
    lines += ([readable.header, rule(widths)] + readable.rows).map {
      line($0, table.columns[...], widths[...])
    }
    lines += readable.footnotes
    return lines.joined(separator: "\n")
  }

  /// Writes a streamed table as `render` prints it, one row at a time. A first pass finds the
  /// widths of the columns.
  private func write<Failure: Error>(
    _ table: StreamedTable, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let columns = table.columns
    let header = columns.map { ReadableTable.singleLine($0.title) }
    let (cells, footnotes) = ReadableTable.texts(of: table)
    let widths = widths(of: table, header, cells)
    try sink(line(header, columns[...], widths[...]))
    try sink("\n" + line(rule(widths), columns[...], widths[...]))
    let texts = SharedTexts(
      table,
      cells.enumerated().map { position, cells in
        cells.map {
          "  " + padded($0, columns[position + 1].alignment, to: widths[position + 1])
        }
      })
    for row in 0..<table.count {
      let id = ReadableTable.singleLine(table.id(row))
      var line = "\n" + padded(id, columns[0].alignment, to: widths[0])
      texts.append(row, to: &line)
      try sink(withoutTrailingSpaces(line))
    }
    for note in footnotes { try sink("\n" + note) }
  }

  /// The widths of a streamed table's columns.
  private func widths(
    of table: StreamedTable, _ header: [String], _ cells: [[String]]
  ) -> [Int] {
    let ids = (0..<table.count).lazy.map { ReadableTable.singleLine(table.id($0)).count }
    let contents = [ids.max() ?? 0] + cells.map { $0.map(\.count).max() ?? 0 }
    return zip(header.map(\.count), contents).map { max($0, $1) }
  }

  private func widths(of readable: ReadableTable) -> [Int] {
    readable.header.indices.map { column in
      ([readable.header] + readable.rows).map { $0[column].count }.max() ?? 0
    }
  }

  private func rule(_ widths: [Int]) -> [String] {
    widths.map { String(repeating: "-", count: $0) }
  }

  /// Cells on one line, without trailing spaces.
  private func line(
    _ cells: some Sequence<String>, _ columns: ArraySlice<Column>, _ widths: ArraySlice<Int>
  ) -> String {
    let line = zip(cells, zip(columns, widths))
      .map { padded($0, $1.0.alignment, to: $1.1) }.joined(separator: "  ")
    return withoutTrailingSpaces(line)
  }

  private func withoutTrailingSpaces(_ line: String) -> String {
    guard line.utf8.last == ASCII.space else { return line }
    let end = line.utf8.lastIndex { $0 != ASCII.space }.map(line.utf8.index(after:))
    return String(line[..<(end ?? line.startIndex)])
  }

  private func padded(_ text: String, _ alignment: Column.Alignment, to width: Int) -> String {
    let space = String(repeating: " ", count: width - text.count)
    return alignment == .leading ? text + space : space + text
  }

  private func underlined(_ text: String, with rule: Character) -> String {
    let text = ReadableTable.singleLine(text)
    return text + "\n" + String(repeating: rule, count: text.count)
  }
}
