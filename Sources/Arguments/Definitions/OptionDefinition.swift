/// One flag that a command takes, with or without a value: `--date DATE`, `-o FILE`, `--raw`.
package struct OptionDefinition: Sendable, Equatable {
  /// The long name without dashes, such as `as-of`.
  package let name: String
  /// The letter of the short form, such as `o`; nil if there is none.
  package let letter: Character?
  /// The value as help shows it, such as `DATE`; nil for a switch, which takes no value.
  package let valueName: String?
  /// One line in lower case without a period, for help and completion.
  package let help: String
  /// True if it can be given more than once.
  package let isRepeatable: Bool
  /// True if the command requires it.
  package let isRequired: Bool
  /// The allowed values; empty if any value is allowed.
  package let allowedValues: [String]
  /// The completion of the value, used if `allowedValues` is empty.
  package let completion: CompletionHint
  /// True if a list can be typed without quotes: the numbers and dots that follow the first number
  /// (`2 1 . 3`) then belong to the value too.
  package let takesFollowingNumbers: Bool

  /// Creates a definition. With `allowedValues` and no value name, help shows all of them:
  /// `csv|json`.
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

  /// Creates a flag whose value is the raw value of one of the choices.
  package init<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, valueName: String? = nil, help: String, choices: Choice.Type
  ) {
    self.init(
      name, valueName: valueName, help: help, allowedValues: Choice.allCases.map(\.rawValue))
  }

  /// The long form as typed: `--output`.
  package var flag: String { "--" + name }

  /// The short form as typed: `-o`.
  package var shortFlag: String? { letter.map { "-\($0)" } }

  /// The long form with its value: `--output FILE`.
  package var synopsis: String { valueName.map { "\(flag) \($0)" } ?? flag }

  /// True if it takes a value; a switch does not.
  package var takesValue: Bool { valueName != nil }

  /// The help, with a note if the flag is required or can be repeated.
  package var helpWithNotes: String {
    let notes = [isRequired ? "required" : nil, isRepeatable ? "may be repeated" : nil]
      .compactMap { $0 }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: ", ")))"
  }
}
