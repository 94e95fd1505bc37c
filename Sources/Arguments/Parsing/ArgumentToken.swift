/// The kind of an argument, determined without any definition.
enum ArgumentToken: Equatable {
  /// A value or a positional argument: `P001`, `-1`, `-`.
  case word
  /// A flag as typed, with the value attached to it: `--format=json`, `-oFILE`.
  case flag(String, attachedValue: String?)
  /// The argument `--`, after which every argument is a word.
  case endOfFlags

  /// Creates the token of an argument. A dash begins a flag only before a letter, so that negative
  /// numbers need no special syntax.
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

  /// Returns a number or the dot for a missing answer, without the comma that people leave after
  /// it; nil for anything else. `2,` gives `2`.
  static func listElement(_ argument: String) -> String? {
    let element = argument.hasSuffix(",") ? argument.dropLast() : argument[...]
    let digits = element.hasPrefix("-") ? element.dropFirst() : element
    let isPlain = digits.allSatisfy { $0 == "." || ("0"..."9").contains($0) }
    return isPlain && !digits.isEmpty ? String(element) : nil
  }
}
