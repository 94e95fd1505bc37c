/// The shape of one argument, before any definition says what it means.
enum ArgumentToken: Equatable {
  /// A value, or the word in some place: `P001`, `-1`, `-`.
  case word
  /// A flag as typed, with the value that is attached to it: `--format=json`, `-oFILE`.
  case flag(String, attachedValue: String?)
  /// `--`, after which everything is a word.
  case endOfFlags

  /// A dash makes a flag only before a letter, so that negative numbers need no quoting.
  init(_ argument: String) {
    let name = argument.drop { $0 == "-" }
    let dashes = argument.count - name.count
    if argument == "--" {
      self = .endOfFlags
    } else if (1...2).contains(dashes), let letter = name.first, letter.isLetter {
      self =
        dashes == 2
        ? .flag(argument.upToEquals, attachedValue: argument.afterEquals)
        : .short(letter, rest: name.dropFirst())
    } else {
      self = .word
    }
  }

  private static func short(_ letter: Character, rest: Substring) -> Self {
    let value = rest.hasPrefix("=") ? rest.dropFirst() : rest
    return .flag("-\(letter)", attachedValue: rest.isEmpty ? nil : String(value))
  }

  /// A number or the dot of a missing answer, with the comma that people leave behind it; nil for
  /// anything else. `2,` gives `2`.
  static func listElement(_ argument: String) -> String? {
    let element = argument.hasSuffix(",") ? argument.dropLast() : argument[...]
    let digits = element.hasPrefix("-") ? element.dropFirst() : element
    let isPlain = digits.allSatisfy { $0 == "." || ("0"..."9").contains($0) }
    return isPlain && !digits.isEmpty ? String(element) : nil
  }
}
