/// The marks that the program writes beside letters and digits, in ASCII characters, for terminals
/// that show no others. Letters stay as they are: without its accents, a name would be another one.
package enum ASCIIMarks {
  /// The text with each mark replaced.
  package static func replaced(in text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.reduce(into: "") { $0 += replacements[$1] ?? String($1) }
  }

  private static let replacements: [Character: String] = [
    "·": "-", "−": "-", "–": "-", "…": "...", "“": "\"", "”": "\"", "’": "'", "≥": ">=",
    "≤": "<=", "→": "->", "±": "+/-", "×": "x", "÷": "/", "√": "sqrt", "²": "^2", "│": "|",
    "├": "|", "└": "`", "─": "-",
    "█": "#", "▒": "+", "░": ".",
  ]
}
