import Text

/// A text that can be put in the place of the word being typed.
struct CompletionCandidate: Equatable {
  let text: String
  /// A few words that some shells show beside it; may be empty.
  let note: String

  init(_ text: String, note: String = "") {
    self.text = text
    self.note = note
  }

  /// The line of the answer that offers it after `attached`; nil if it contains a character that
  /// would split the line or act on the terminal.
  func line(after attached: String) -> String? {
    guard !VisibleText.holdsHidden(text) else { return nil }
    return attached + text + (note.isEmpty ? "" : "\t" + VisibleText.line(note))
  }
}

extension [CompletionCandidate] {
  /// Returns those that begin as what was typed; if there are none, those that do in other case.
  func beginning(with typed: String) -> [CompletionCandidate] {
    let exact = filter { $0.text.hasPrefix(typed) }
    guard exact.isEmpty else { return exact }
    let lowercase = typed.lowercased()
    return filter { $0.text.lowercased().hasPrefix(lowercase) }
  }
}
