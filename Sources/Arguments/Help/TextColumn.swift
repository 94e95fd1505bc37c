/// A layout of help texts in lines of a given width.
struct TextColumn: Sendable {
  /// The number of characters in a line, including indentation.
  let width: Int

  /// Joins the pieces with spaces and breaks lines that are full. A piece is never split, even if
  /// it is longer than a line. Each line begins with `indentation` spaces, and every line after the
  /// first with `hanging` more.
  func lines(
    of pieces: [String], indentation: Int = 0, hanging: Int = 0
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      let margin = indentation + (lines.isEmpty ? 0 : hanging)
      if !line.isEmpty, margin + line.count + 1 + piece.count > width {
        lines.append(spaces(margin) + line)
        line = piece
      } else {
        line += (line.isEmpty ? "" : " ") + piece
      }
    }
    if !line.isEmpty { lines.append(spaces(indentation + (lines.isEmpty ? 0 : hanging)) + line) }
    return lines
  }

  /// Breaks a paragraph at its spaces.
  func lines(of text: String, indentation: Int = 0) -> [String] {
    lines(of: text.split(separator: " ").map(String.init), indentation: indentation)
  }

  /// Sets terms on the left and their explanations on the right, with all explanations in one
  /// column. A term that is too long gets its own line. Lists with the same `termWidth` have their
  /// explanations in the same column.
  func list(_ entries: [(term: String, explanation: String)], termWidth: Int? = nil) -> [String] {
    let longestTerm = 24
    let fitting = entries.map(\.term.count).filter { $0 <= longestTerm }
    let column = 2 + (termWidth ?? fitting.max() ?? 0) + 2
    return entries.flatMap { entry in
      var explanation = lines(of: entry.explanation, indentation: column)
      let term = "  " + entry.term
      if term.count + 2 <= column, let first = explanation.first {
        explanation[0] = term + first.dropFirst(term.count)
        return explanation
      }
      return [term] + explanation
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
