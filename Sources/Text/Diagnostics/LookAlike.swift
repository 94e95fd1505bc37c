/// Finds texts that look like the same word to a reader although their bytes differ.
package enum LookAlike {
  /// The first candidate that differs from `text` only in letter case, spaces, the kind of its
  /// dashes, invisible characters, or the way Unicode composes its letters; nil if there is none,
  /// or if a candidate is identical to `text`.
  package static func of(_ text: String, among candidates: some Sequence<String>) -> String? {
    let looks = looks(of: text)
    var found: String?
    for candidate in candidates {
      if candidate.utf8.elementsEqual(text.utf8) { return nil }
      if found == nil, self.looks(of: candidate) == looks { found = candidate }
    }
    return found
  }

  /// True if the character itself is not seen: a control character; a mark that joins or separates
  /// letters or reverses their order; or a mark that selects the form of the preceding letter.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .control
  }

  /// A text without what a reader does not see or regards as the same. Two results are compared by
  /// `==`, which treats different compositions of a letter as equal.
  private static func looks(of text: String) -> String {
    if text.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) { return text.lowercased() }
    let seen = text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace && !isInvisible($0) }
      .map { $0.properties.isDash ? "-" : $0 }
    // Uppercased first, because ß becomes two capital letters.
    return String(String.UnicodeScalarView(seen)).uppercased().lowercased()
  }
}
