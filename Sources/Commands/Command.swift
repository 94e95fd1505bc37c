import Arguments

/// A verb: what can be typed, and what it does.
struct Command: DefinedCommand {
  /// Reads what was typed and does the work; what it prints goes through the world's console.
  typealias Body = @Sendable (ValueReader, World) async throws(Refusal) -> ExitCode

  let definition: CommandDefinition
  let run: Body

  init(_ definition: CommandDefinition, run: @escaping Body) {
    self.definition = definition
    self.run = run
  }
}
