/// What was typed after a command, asked for by definition.
///
/// The parser gives this only for a command line without problems: what is required is there, and
/// what is not repeatable is there once.
package struct ParsedArguments: Sendable, Equatable {
  private let optionValues: [String: [String]]
  private let positionalValues: [String: String]

  /// - Parameters:
  ///   - optionValues: for each flag given, by its long name: its values, none for a switch.
  ///   - positionalValues: for each positional given, by its name: its value.
  package init(optionValues: [String: [String]] = [:], positionalValues: [String: String] = [:]) {
    self.optionValues = optionValues
    self.positionalValues = positionalValues
  }

  /// Whether the flag was given.
  package func has(_ option: OptionDefinition) -> Bool { optionValues[option.name] != nil }

  /// The flag's value; nil where it was not given.
  package func value(of option: OptionDefinition) -> String? { optionValues[option.name]?.first }

  /// The values of a flag that may be repeated, in the order typed; empty where it was not given.
  package func values(of option: OptionDefinition) -> [String] { optionValues[option.name] ?? [] }

  /// The positional's value; nil where it was left out.
  package func value(of positional: PositionalDefinition) -> String? {
    positionalValues[positional.name]
  }

  /// The value of a flag.
  /// - Precondition: the command requires it, or it was given.
  package func requiredValue(of option: OptionDefinition) -> String {
    Self.required(value(of: option), option.flag)
  }

  /// The value of a positional.
  /// - Precondition: the command requires it.
  package func requiredValue(of positional: PositionalDefinition) -> String {
    Self.required(value(of: positional), positional.name)
  }

  private static func required(_ value: String?, _ name: String) -> String {
    guard let value else { preconditionFailure("this command does not require \(name)") }
    return value
  }
}
