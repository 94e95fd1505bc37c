/// Text made safe for a terminal: characters that would act on the terminal are made visible.
package enum VisibleText {
  /// True if a terminal would act on the character instead of showing it: a control character of
  /// either range, or a mark, override or isolate that changes the order in which text is shown.
  package static func isHidden(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case ..<0x20, 0x7F...0x9F: true
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// True if the text contains a hidden character. The store accepts none.
  package static func holdsHidden(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: isHidden)
  }

  /// The text on one line, each hidden character replaced by its picture or its code.
  package static func line(_ text: String) -> String {
    shown(text) { !isHidden($0) }
  }

  /// The start of a text, on one line: a line of a damaged file may have any length.
  package static func shortLine(_ text: String) -> String {
    let short = shortened(text)
    return line(short) + (short.utf8.count < text.utf8.count ? " …" : "")
  }

  /// At most 2,000 characters of a text.
  package static func shortened(_ text: String) -> String {
    text.utf8.count <= longest ? text : String(text.unicodeScalars.prefix(longest))
  }

  private static let longest = 2_000

  /// The text with its line ends, every other hidden character replaced by its picture or its code.
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

  /// A picture of Unicode's block “Control Pictures” if there is one, otherwise a code such as
  /// `[U+202E]`.
  private static func picture(of character: Unicode.Scalar) -> String {
    let picture = character.value < 0x20 ? Unicode.Scalar(0x2400 + character.value) : nil
    if let picture { return String(picture) }
    if character.value == 0x7F { return "\u{2421}" }
    let digits = String(character.value, radix: 16, uppercase: true)
    return "[U+" + String(repeating: "0", count: 4 - digits.count) + digits + "]"
  }
}
