import Arguments

/// A command: its definition and the code that runs it.
struct Command: DefinedCommand {
  /// Reads the arguments and does the work, printing only to the world's console.
  typealias Body = @Sendable (ValueReader, World) async throws(Refusal) -> ExitCode

  let definition: CommandDefinition
  let run: Body

  init(_ definition: CommandDefinition, run: @escaping Body) {
    self.definition = definition
    self.run = run
  }
}
