/// The arguments of a command, accessed by their definitions.
///
/// The parser creates this only for a command line without problems: required arguments are
/// present, unless the command asks for them, and arguments that cannot be repeated occur at most
/// once.
package struct ParsedArguments: Sendable, Equatable {
  private let optionValues: [String: [String]]
  private let positionalValues: [String: [String]]

  /// - Parameters:
  ///   - optionValues: the values of each flag given, by its long name; none for a switch.
  ///   - positionalValues: the values of each positional given, by its name.
  package init(optionValues: [String: [String]] = [:], positionalValues: [String: [String]] = [:]) {
    self.optionValues = optionValues
    self.positionalValues = positionalValues
  }

  /// Returns true if the flag was given.
  package func has(_ option: OptionDefinition) -> Bool { optionValues[option.name] != nil }

  /// Returns the flag's value; nil if it was not given.
  package func value(of option: OptionDefinition) -> String? { optionValues[option.name]?.first }

  /// Returns the values of a flag that can be repeated, in the order typed; empty if it was not
  /// given.
  package func values(of option: OptionDefinition) -> [String] { optionValues[option.name] ?? [] }

  /// Returns the positional's value; nil if it was left out.
  package func value(of positional: PositionalDefinition) -> String? {
    positionalValues[positional.name]?.first
  }

  /// Returns the values of a positional that can be repeated, in the order typed; empty if it was
  /// left out.
  package func values(of positional: PositionalDefinition) -> [String] {
    positionalValues[positional.name] ?? []
  }

  /// Returns the value of a flag.
  /// - Precondition: the command requires it, or it was given.
  package func requiredValue(of option: OptionDefinition) -> String {
    Self.required(value(of: option), option.flag)
  }

  /// Returns the value of a positional.
  /// - Precondition: the command requires it.
  package func requiredValue(of positional: PositionalDefinition) -> String {
    Self.required(value(of: positional), positional.name)
  }

  /// Returns the arguments with another value for some positionals and flags.
  /// - Parameter old: the value that is replaced wherever these have it.
  package func replacing(
    _ old: String, by new: String, positionals: [PositionalDefinition],
    options: [OptionDefinition]
  ) -> ParsedArguments {
    var (positionalValues, optionValues) = (positionalValues, optionValues)
    for name in positionals.map(\.name) {
      positionalValues[name] = positionalValues[name]?.map { $0 == old ? new : $0 }
    }
    for name in options.map(\.name) {
      optionValues[name] = optionValues[name]?.map { $0 == old ? new : $0 }
    }
    return ParsedArguments(optionValues: optionValues, positionalValues: positionalValues)
  }

  private static func required(_ value: String?, _ name: String) -> String {
    guard let value else { preconditionFailure("this command does not require \(name)") }
    return value
  }
}
