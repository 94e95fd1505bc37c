/// One argument that is known by its place, such as the `ID` of `outcomes show ID`.
package struct PositionalDefinition: Sendable, Equatable {
  /// The name as help shows it, in capitals.
  package let name: String
  /// One line in lower case without a full stop.
  package let help: String
  /// Whether it may be left out; only the last ones of a command may.
  package let isOptional: Bool
  /// What a shell may offer in its place.
  package let completion: CompletionHint

  package init(
    _ name: String, help: String, isOptional: Bool = false, completion: CompletionHint = .none
  ) {
    self.name = name
    self.help = help
    self.isOptional = isOptional
    self.completion = completion
  }

  /// `ID`, or `[ID]` where it may be left out.
  package var synopsis: String { isOptional ? "[\(name)]" : name }
}
