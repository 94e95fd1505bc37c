import Arguments
import Text

/// A verb: what can be typed, and what it does.
struct Command: DefinedCommand {
  /// Does the work; what it prints goes through the world's console.
  typealias Body = @Sendable (ParsedArguments, World) async throws(Refusal) -> ExitCode

  let definition: CommandDefinition
  let run: Body

  init(_ definition: CommandDefinition, run: @escaping Body) {
    self.definition = definition
    self.run = run
  }
}

/// Why a command did not do what was asked, with the exit code that says so to scripts.
struct Refusal: Error, Sendable {
  let code: ExitCode
  let diagnostics: [Diagnostic]

  init(_ code: ExitCode, _ diagnostics: [Diagnostic]) {
    self.code = code
    self.diagnostics = diagnostics
  }

  init(_ code: ExitCode, _ diagnostic: Diagnostic) {
    self.init(code, [diagnostic])
  }
}

/// Does what may find problems in the data or on the machine, and refuses with them.
func refusing<Result>(
  _ body: () throws(Problems) -> Result
) throws(Refusal) -> Result {
  do throws(Problems) {
    return try body()
  } catch {
    throw Refusal(.refused, error.diagnostics)
  }
}
