/// The layout of text in the columns of a window.
enum ScreenText {
  /// The number of columns that a text takes.
  static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// The number of columns of a character: two for those of East Asian scripts and for emoji, none
  /// for a mark without a letter.
  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isDefaultIgnorableCodePoint { return 0 }
    if character.unicodeScalars.count > 1, scalar.properties.isEmoji, scalar.value > 0x7F {
      return 2
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Breaks a line at spaces; a longer word is broken anywhere. Spaces at the start and inside stay
  /// as they are.
  /// - Parameter hanging: the number of spaces before each part after the first.
  static func wrapped(_ text: String, width: Int, hanging: Int = 0) -> [String] {
    if Self.width(text) <= width { return [text] }
    let margin = String(repeating: " ", count: hanging)
    var rows: [String] = []
    var row = ""
    // The last space after a word, where the row can be broken.
    var lastSpace: String.Index?
    for character in text {
      while Self.width(row) + Self.width(character) > width, row.contains(where: { $0 != " " }) {
        // A word that does not fit after the margin is broken where it is.
        let space = lastSpace.flatMap {
          hanging + Self.width(String(row[$0...])) <= width ? $0 : nil
        }
        let end = character == " " ? row.endIndex : space ?? row.endIndex
        rows.append(String(row[..<end]))
        row = margin + row[end...].drop { $0 == " " }
        lastSpace = nil
      }
      let isAtBreak = character == " " && !rows.isEmpty && row == margin
      if isAtBreak { continue }
      if character == " ", row.contains(where: { $0 != " " }) { lastSpace = row.endIndex }
      row.append(character)
    }
    return rows + [row]
  }

  /// A text of exactly `width` columns: padded with spaces, or cut at its end.
  static func column(_ text: String, _ width: Int) -> String {
    let short = shortened(text, to: width)
    return short + String(repeating: " ", count: max(0, width - Self.width(short)))
  }

  /// A text with spaces before it, so that it has at least `width` columns.
  static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - Self.width(text))) + text
  }

  /// A text of at most `width` columns; a longer one is cut and ends with a mark in ASCII, which
  /// takes the same space at every terminal: a period, as an abbreviation, where space is short.
  static func shortened(_ text: String, to width: Int) -> String {
    guard Self.width(text) > width else { return text }
    let cut = width < 12 ? "." : "..."
    var short = ""
    var used = cut.count
    for character in text {
      used += Self.width(character)
      if used > width { break }
      short.append(character)
    }
    return short + cut
  }
}
