/// Prints a report as Markdown with pipe tables (GitHub Flavored Markdown, section 4.10).
package struct MarkdownRenderer: Sendable {
  package init() {}

  /// The report as lines of Markdown, the last one ended too.
  package func render(_ report: Report) -> String {
    let parts = ["# " + escaped(report.title)] + report.blocks.map(render)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let text): "## " + escaped(text)
    case .paragraph(let text): escaped(text)
    case .notes(let title, let notes):
      "**\(escaped(title))**\n\n" + notes.map { "- " + escaped($0) }.joined(separator: "\n")
    case .table(let table): render(table)
    case .diagram(let lines):
      (["```text"] + lines.map(ReadableTable.singleLine) + ["```"]).joined(separator: "\n")
    }
  }

  private func render(_ table: Table) -> String {
    let readable = ReadableTable(table)
    let rule = table.columns.map { $0.alignment == .leading ? ":---" : "---:" }
    let lines =
      [line(readable.header.map(escaped)), line(rule)]
      + readable.rows.map { line($0.map(escaped)) }
    var parts = [lines.joined(separator: "\n")]
    if let caption = table.caption { parts.insert("**\(escaped(caption))**", at: 0) }
    if !readable.footnotes.isEmpty {
      parts.append(readable.footnotes.map(escaped).joined(separator: "\\\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// The text on one line, with every character that Markdown would take for markup made plain.
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

  /// Whether Markdown would take a character for markup between its neighbors: `<` opens nothing
  /// before a space, `]` ends no link before a space, `_` does nothing inside a word.
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
