/// Text for a terminal, without the characters that a terminal obeys instead of showing them.
package enum VisibleText {
  /// Whether a terminal would obey the character: a control character of either range, or a mark,
  /// an override or an isolate that shows text in another order than it is read.
  package static func isHidden(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case ..<0x20, 0x7F...0x9F: true
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether some character of the text is hidden. None may get into the store.
  package static func holdsHidden(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: isHidden)
  }

  /// The text on one line, each hidden character shown by its picture or its number.
  package static func line(_ text: String) -> String {
    shown(text) { !isHidden($0) }
  }

  /// As much of a text as a person reads, on one line: a line of a damaged file may have any
  /// length.
  package static func shortLine(_ text: String) -> String {
    let short = shortened(text)
    return line(short) + (short.utf8.count < text.utf8.count ? " …" : "")
  }

  /// At most 2,000 characters of a text.
  package static func shortened(_ text: String) -> String {
    text.utf8.count <= longest ? text : String(text.unicodeScalars.prefix(longest))
  }

  private static let longest = 2_000

  /// The text with its line ends, every other hidden character shown by its picture or its number.
  package static func lines(_ text: String) -> String {
    shown(text) { !isHidden($0) || $0 == "\n" }
  }

  private static func shown(_ text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    guard !text.unicodeScalars.allSatisfy(isKept) else { return text }
    var result = ""
    for character in text.unicodeScalars {
      if isKept(character) {
        result.unicodeScalars.append(character)
      } else {
        result += picture(of: character)
      }
    }
    return result
  }

  /// A picture of Unicode's block “Control Pictures” where there is one, else a code such as
  /// `[U+202E]`.
  private static func picture(of character: Unicode.Scalar) -> String {
    let picture = character.value < 0x20 ? Unicode.Scalar(0x2400 + character.value) : nil
    if let picture { return String(picture) }
    if character.value == 0x7F { return "\u{2421}" }
    let digits = String(character.value, radix: 16, uppercase: true)
    return "[U+" + String(repeating: "0", count: 4 - digits.count) + digits + "]"
  }
}
