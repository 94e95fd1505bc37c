import Analysis

/// How a number is made: in words, as an arithmetic of other numbers where it is one, and by whom.
struct Formula: Sendable {
  /// The key in JSON; with the object it stands in before it where the key alone means another number.
  let key: String
  let words: String
  /// Made of keys of the same row, signs and whole numbers, such as `mean_change / sd_change`; nil
  /// where the number is no simple arithmetic of others that are printed.
  let arithmetic: String?
  /// The convention by name, or whose it is.
  let source: String
  /// Whom the number stands on; nil for one that is about nobody here.
  let people: LedgerQuestion?

  init(
    _ key: String, _ words: String, _ arithmetic: String? = nil, by source: String = "arithmetic",
    of people: LedgerQuestion?
  ) {
    self.key = key
    self.words = words
    self.arithmetic = arithmetic
    self.source = source
    self.people = people
  }

  /// The arithmetic with numbers in the place of the keys.
  /// - Parameter spelling: how a number is written; negative ones get parentheses around them.
  /// - Returns: nil where there is no arithmetic, or one of its numbers is undefined.
  func filled(with numbers: [String: Double], spelling: (Double) -> String) -> String? {
    guard let arithmetic else { return nil }
    var text = ""
    var key = ""
    for character in arithmetic + " " {
      let isOfKey = character.isLetter || character == "_" || (!key.isEmpty && character.isNumber)
      if isOfKey && character.isASCII {
        key.append(character)
        continue
      }
      if !key.isEmpty {
        guard let number = numbers[key] else { return nil }
        text += number < 0 ? "(\(spelling(number)))" : spelling(number)
        key = ""
      }
      text.append(character)
    }
    return String(text.dropLast())
  }
}
