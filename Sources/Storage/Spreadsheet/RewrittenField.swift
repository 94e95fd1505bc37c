/// Recognizes values that a spreadsheet program rewrote in its own format.
enum RewrittenField {
  /// True if the text is a date in another format than `YYYY-MM-DD`: `1/5/2026`, `05.01.2026`,
  /// `2026/01/05`, `5-1-26`.
  static func isDate(_ text: String) -> Bool {
    guard let parts = dateParts(text) else { return false }
    return !(parts.map(\.count) == [4, 2, 2] && text.contains("-"))
  }

  /// True if the text is a time in another format than `YYYY-MM-DDThh:mm:ssZ`: `1/5/2026 10:00`,
  /// `2026-01-05 10:00:00`, `1/5/2026 10:00 AM`.
  static func isTime(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...3).contains(words.count), dateParts(String(words[0])) != nil else { return false }
    let clock = words[1].split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(clock.count) && clock.allSatisfy { isNumber($0, digits: 1...2) }
  }

  /// True if the text is a number with a decimal comma: `18,59`.
  static func isDecimalComma(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { isNumber($0, digits: 1...18) }
  }

  /// The number without leading zeros: `7` for `007`. Nil if it has none.
  static func withoutLeadingZeros(_ text: String) -> String? {
    guard text.utf8.count > 1, text.utf8.first == UInt8(ascii: "0"),
      isNumber(text[...], digits: 1...text.utf8.count)
    else { return nil }
    let rest = text.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }

  /// The day, month and year in any order, with any separator; nil if the text is not a date.
  private static func dateParts(_ text: String) -> [Substring]? {
    guard let separator = text.first(where: { "/.-".contains($0) }) else { return nil }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let yearFirst = parts[0].utf8.count == 4
    let others = yearFirst ? parts[1...2] : parts[0...1]
    let year = yearFirst ? parts[0] : parts[2]
    let isYear = isNumber(year, digits: 4...4) || isNumber(year, digits: 2...2)
    return isYear && others.allSatisfy { isNumber($0, digits: 1...2) } ? parts : nil
  }

  private static func isNumber(_ text: Substring, digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count)
      && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
