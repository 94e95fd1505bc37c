/// Finds texts that a reader takes for the same word although their bytes differ.
package enum LookAlike {
  /// The first candidate that differs from `text` only in letter case, in spaces, in characters
  /// that cannot be seen, or in how Unicode composes its letters; nil where there is none, or where
  /// one of them is the very same text.
  package static func of(_ text: String, among candidates: some Sequence<String>) -> String? {
    let looks = looks(of: text)
    var found: String?
    for candidate in candidates {
      if candidate.utf8.elementsEqual(text.utf8) { return nil }
      if found == nil, self.looks(of: candidate) == looks { found = candidate }
    }
    return found
  }

  /// Whether nothing is seen of a character: a control character, a mark that joins, separates or
  /// turns letters around, or one that chooses the form of the letter before it.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .control
  }

  /// What a reader sees of a text. Two of these are compared by `==`, to which two ways of
  /// composing a letter are the same letter.
  private static func looks(of text: String) -> String {
    if text.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) { return text.lowercased() }
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }.map { word in
      String(String.UnicodeScalarView(word.filter { !isInvisible($0) }))
    }
    // By way of capital letters, of which ß has two.
    return words.filter { !$0.isEmpty }.joined(separator: " ").uppercased().lowercased()
  }
}
