/// What a command line asks for.
package enum Invocation<Command: DefinedCommand>: Sendable {
  case run(Command, ParsedArguments)
  /// Help for one command, or the overview where it is nil.
  case help(Command?)
  /// The manual page of the whole program.
  case manual
  case version
  case completionScript(CompletionShell)
}

/// A shell that a completion script can be made for.
package enum CompletionShell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

extension Invocation: Equatable where Command: Equatable {}
