/// A positional argument, such as the `ID` in `outcomes show ID`.
package struct PositionalDefinition: Sendable, Equatable {
  /// The name as help shows it, in capitals.
  package let name: String
  /// One line in lower case without a period.
  package let help: String
  /// True if it can be left out, which is possible only for the last ones of a command.
  package let isOptional: Bool
  /// True if several values can be given, which is possible only for the last one of a command.
  package let isRepeatable: Bool
  /// The completion that a shell can offer for it.
  package let completion: CompletionHint

  package init(
    _ name: String, help: String, isOptional: Bool = false, isRepeatable: Bool = false,
    completion: CompletionHint = .none
  ) {
    self.name = name
    self.help = help
    self.isOptional = isOptional
    self.isRepeatable = isRepeatable
    self.completion = completion
  }

  /// The same positional for a command that can do without it.
  var optional: PositionalDefinition {
    PositionalDefinition(
      name, help: help, isOptional: true, isRepeatable: isRepeatable, completion: completion)
  }

  /// The positional in a usage line: `ID`, `[ID]` if it can be left out, with `…` if several can be
  /// given.
  package var synopsis: String {
    let names = isRepeatable ? name + "…" : name
    return isOptional ? "[\(names)]" : names
  }
}
