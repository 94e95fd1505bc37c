import Text

/// A renderer of documents as text: for a file or a pipe, or for the window of a terminal, which no
/// line exceeds if it can be broken.
package struct TextRenderer: Sendable {
  /// The most characters in a line of sentences.
  private let width: Int
  /// The columns of the window; nil for a file or a pipe, where tables may be wider than sentences.
  private let window: Int?
  /// True if characters outside ASCII can be shown.
  private let hasUnicode: Bool

  package init(width: Int = 80, window: Int? = nil, hasUnicode: Bool = true) {
    self.width = window.map { min(width, $0) } ?? width
    self.window = window
    self.hasUnicode = hasUnicode
  }

  /// The document as lines of text, ending with a line feed.
  package func render(_ document: Document) -> String {
    var bytes: [UInt8] = []
    write(document) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the document in pieces, ending with a line feed.
  package func write<Failure: Error>(
    _ document: Document, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var buffer = OutputBuffer()
    buffer.append(underlined(document.title, with: "="))
    for block in document.blocks {
      buffer.append("\n\n")
      if case .streamed(let table) = block {
        try write(table, to: &buffer, sink)
      } else {
        buffer.append(render(block))
      }
    }
    buffer.append("\n")
    try buffer.flush(to: sink)
  }

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let text): underlined(text, with: "-")
    case .paragraph(let text): TextWrapping.wrapped(shown(text), width: width)
    case .notes(let title, let notes):
      ([fitted(title)]
        + notes.map { "- " + TextWrapping.wrapped(shown($0), width: width, indent: 2) })
        .joined(separator: "\n")
    case .table(let table): render(table)
    case .streamed(let table): render(table.whole)
    case .diagram(let lines): lines.map(branch).joined(separator: "\n")
    }
  }

  private func render(_ table: Table) -> String {
    let readable = ReadableTable(table)
    let (header, rows) = (shown(readable.header), readable.rows.map(shown))
    let widths = header.indices.map { column in
      rows.reduce(header[column].count) { max($0, $1[column].count) }
    }
    let layout = TableLayout(table.columns, header, widths, window: window)
    let lines =
      (table.caption.map { [fitted($0)] } ?? []) + layout.head + rows.flatMap(layout.lines)
      + readable.footnotes.map { fitted($0, indent: 4) }
    return lines.joined(separator: "\n")
  }

  /// Writes a streamed table as `render` prints it, one row at a time. A first pass finds the
  /// widths of the columns.
  private func write<Failure: Error>(
    _ table: StreamedTable, to buffer: inout OutputBuffer,
    _ sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let header = table.columns.map { shown($0.title) }
    let (texts, footnotes) = ReadableTable.texts(of: table)
    let cells = texts.map(shown)
    let ids = (0..<table.count).lazy.map { shown(table.id($0)).count }
    let contents = [ids.max() ?? 0] + cells.map { $0.map(\.count).max() ?? 0 }
    let widths = zip(header.map(\.count), contents).map { max($0, $1) }
    let layout = TableLayout(table.columns, header, widths, window: window)
    buffer.append(layout.head.joined(separator: "\n"))
    let padded = SharedTexts(
      table,
      (1..<layout.fitting).map { column in
        cells[column - 1].map { "  " + layout.padded($0, in: column) }
      })
    for row in 0..<table.count {
      buffer.append("\n" + layout.padded(shown(table.id(row)), in: 0))
      padded.append(row, to: &buffer)
      buffer.removeTrailing(ASCII.space)
      let rest = (layout.fitting..<header.count).map { column in
        cells[column - 1][Int(table.shared[column - 1].indices[row])]
      }
      for line in layout.below(rest) { buffer.append("\n" + line) }
      try buffer.flushIfFull(to: sink)
    }
    for note in footnotes { buffer.append("\n" + fitted(note, indent: 4)) }
  }

  /// A text in characters that can be shown.
  private func marks(_ text: String) -> String {
    hasUnicode ? text : ASCIIMarks.replaced(in: text)
  }

  /// A text on one line, in characters that can be shown.
  private func shown(_ text: String) -> String { marks(ReadableTable.singleLine(text)) }

  /// The texts of cells, which are on one line each, in characters that can be shown.
  private func shown(_ cells: [String]) -> [String] { hasUnicode ? cells : cells.map(marks) }

  /// A text on one line, or on several if the window is narrower.
  private func fitted(_ text: String, indent: Int = 0) -> String {
    let text = shown(text)
    guard let window, text.count > window else { return text }
    return TextWrapping.wrapped(text, width: window, indent: indent)
  }

  /// A line of a diagram. A branch that is wider than the window goes on below, between the lines
  /// that pass it; other lines are code, which stays as it is.
  private func branch(_ line: String) -> String {
    let line = ReadableTable.singleLine(line)
    let stem = line.prefix { "│├└─ ".contains($0) }
    guard let window, line.count > window, stem.contains(where: { $0 != " " }) else {
      return marks(line)
    }
    let margin = String(stem.map { "│├".contains($0) ? "│" : " " })
    let text = TextWrapping.wrapped(
      String(line.dropFirst(stem.count)), width: max(window - stem.count, 1))
    return marks(stem + text.replacing("\n", with: "\n" + margin))
  }

  private func underlined(_ text: String, with rule: Character) -> String {
    let text = fitted(text)
    let width = text.split(separator: "\n").map(\.count).max() ?? 0
    return text + "\n" + String(repeating: rule, count: width)
  }
}
