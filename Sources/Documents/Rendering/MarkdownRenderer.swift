import Text

/// A renderer of documents as Markdown with pipe tables (GitHub Flavored Markdown, section 4.10).
package struct MarkdownRenderer: Sendable {
  package init() {}

  /// The document as lines of Markdown, ending with a line feed.
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
    buffer.append("# " + escaped(document.title))
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
    case .heading(let text): "## " + escaped(text)
    case .paragraph(let text): escaped(text)
    case .notes(let title, let notes):
      "**\(escaped(title))**\n\n" + notes.map { "- " + escaped($0) }.joined(separator: "\n")
    case .table(let table): render(table)
    case .streamed(let table): render(table.whole)
    case .diagram(let lines):
      (["```text"] + lines.map(ReadableTable.singleLine) + ["```"]).joined(separator: "\n")
    }
  }

  private func render(_ table: Table) -> String {
    let readable = ReadableTable(table)
    let lines =
      [line(readable.header.map(escaped)), rule(table.columns)]
      + readable.rows.map { line($0.map(escaped)) }
    let caption = table.caption.map { "**\(escaped($0))**\n\n" } ?? ""
    return caption + lines.joined(separator: "\n") + paragraph(readable.footnotes)
  }

  /// Writes a streamed table as `render` prints it, one row at a time.
  private func write<Failure: Error>(
    _ table: StreamedTable, to buffer: inout OutputBuffer,
    _ sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let header = table.columns.map { escaped($0.title) }
    let (cells, footnotes) = ReadableTable.texts(of: table)
    let texts = SharedTexts(table, cells.map { cells in cells.map { " | " + escaped($0) } })
    buffer.append(line(header) + "\n" + rule(table.columns))
    for row in 0..<table.count {
      buffer.append("\n| " + escaped(table.id(row)))
      texts.append(row, to: &buffer)
      buffer.append(" |")
      try buffer.flushIfFull(to: sink)
    }
    buffer.append(paragraph(footnotes))
  }

  private func paragraph(_ footnotes: [String]) -> String {
    footnotes.isEmpty ? "" : "\n\n" + footnotes.map(escaped).joined(separator: "\\\n")
  }

  private func rule(_ columns: [Column]) -> String {
    line(columns.map { $0.alignment == .leading ? ":---" : "---:" })
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// The text on one line, with a backslash before every character that Markdown would treat as
  /// markup.
  private func escaped(_ text: String) -> String {
    var result = ""
    var before: Character = " "
    var rest = ReadableTable.singleLine(text)[...]
    while let character = rest.popFirst() {
      if isMarkup(character, after: before, before: rest.first ?? " ") { result += "\\" }
      result.append(character)
      before = character
    }
    return result
  }

  /// Returns true if Markdown would treat a character as markup between its neighbors: `<` before a
  /// space, `]` before a space and `_` inside a word are plain text.
  private func isMarkup(
    _ character: Character, after previous: Character, before next: Character
  ) -> Bool {
    let isWord = { (neighbor: Character) in neighbor.isLetter || neighbor.isNumber }
    return switch character {
    case "\\", "`", "*", "|", "~": true
    case "_": !isWord(previous) || !isWord(next)
    case "<": next != " "
    case "]": "([:".contains(next)
    default: false
    }
  }
}
