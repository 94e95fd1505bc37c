/// One flag that a command takes, with or without a value: `--date DATE`, `-o FILE`, `--raw`.
package struct OptionDefinition: Sendable, Equatable {
  /// The long name without dashes, such as `as-of`.
  package let name: String
  /// The letter of the short form, such as `o`; nil where there is none.
  package let letter: Character?
  /// The value as help shows it, such as `DATE`; nil for a switch, which takes no value.
  package let valueName: String?
  /// One line in lower case without a full stop, for help and completion.
  package let help: String
  /// Whether it may be given more than once.
  package let isRepeatable: Bool
  /// Whether the command cannot do without it.
  package let isRequired: Bool
  /// The only values that are allowed; empty where any value is.
  package let allowedValues: [String]
  /// What a shell may offer as the value where `allowedValues` is empty.
  package let completion: CompletionHint
  /// Whether a list may be typed without quotes: after `2`, the numbers and dots that follow
  /// (`2 1 . 3`) belong to the value too.
  package let takesFollowingNumbers: Bool

  /// Where `allowedValues` are given and no value name is, help shows them all: `csv|json`.
  package init(
    _ name: String, letter: Character? = nil, valueName: String? = nil, help: String,
    isRepeatable: Bool = false, isRequired: Bool = false, allowedValues: [String] = [],
    completion: CompletionHint = .none, takesFollowingNumbers: Bool = false
  ) {
    self.name = name
    self.letter = letter
    self.valueName =
      valueName ?? (allowedValues.isEmpty ? nil : allowedValues.joined(separator: "|"))
    self.help = help
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
    self.allowedValues = allowedValues
    self.completion = completion
    self.takesFollowingNumbers = takesFollowingNumbers
  }

  /// A flag whose value is one of a few, by their raw values.
  package init<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, valueName: String? = nil, help: String, choices: Choice.Type
  ) {
    self.init(
      name, valueName: valueName, help: help, allowedValues: Choice.allCases.map(\.rawValue))
  }

  /// The long form as it is typed: `--output`.
  package var flag: String { "--" + name }

  /// The short form as it is typed: `-o`.
  package var shortFlag: String? { letter.map { "-\($0)" } }

  /// The long form with its value: `--output FILE`.
  package var synopsis: String { valueName.map { "\(flag) \($0)" } ?? flag }

  /// Whether it takes a value; a switch does not.
  package var takesValue: Bool { valueName != nil }

  /// The help, with whether the flag must be given and whether it may be repeated.
  package var helpWithNotes: String {
    let notes = [isRequired ? "required" : nil, isRepeatable ? "may be repeated" : nil]
      .compactMap { $0 }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: ", ")))"
  }
}
