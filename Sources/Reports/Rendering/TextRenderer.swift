/// Prints a report for a terminal.
package struct TextRenderer: Sendable {
  /// How many characters a line of sentences may have; tables take the room they need.
  package let width: Int

  package init(width: Int = 80) {
    self.width = width
  }

  /// The report as lines of text, the last one ended too.
  package func render(_ report: Report) -> String {
    let parts = [underlined(report.title, with: "=")] + report.blocks.map(render)
    return parts.joined(separator: "\n\n") + "\n"
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
    case .diagram(let lines): lines.map(ReadableTable.singleLine).joined(separator: "\n")
    }
  }

  private func render(_ table: Table) -> String {
    let readable = ReadableTable(table)
    let widths = table.columns.indices.map { column in
      ([readable.header] + readable.rows).map { $0[column].count }.max() ?? 0
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    var lines = table.caption.map { [ReadableTable.singleLine($0)] } ?? []
    lines += ([readable.header, rule] + readable.rows).map { row in
      line(zip(row, zip(table.columns, widths)).map { padded($0, $1.0.alignment, to: $1.1) })
    }
    lines += readable.footnotes
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String]) -> String {
    let line = cells.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
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
