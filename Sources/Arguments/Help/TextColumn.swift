/// Text set in a column of a given width, as help shows it.
struct TextColumn: Sendable {
  /// Characters in a line, the indentation included.
  let width: Int

  /// The pieces joined by spaces and broken where a line is full. A piece is never cut, even where
  /// it is longer than a line. Each line begins with `indentation` spaces, every line but the first
  /// with `hanging` more.
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

  /// A paragraph broken at its spaces.
  func lines(of text: String, indentation: Int = 0) -> [String] {
    lines(of: text.split(separator: " ").map(String.init), indentation: indentation)
  }

  /// Terms on the left and their explanations on the right, all explanations at one column. A term
  /// too long for that stands on a line of its own. Several lists share one column where all of
  /// them get the same `termWidth`.
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
