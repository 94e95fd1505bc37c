/// The request that a command line makes.
package enum Invocation<Command: DefinedCommand>: Sendable {
  case run(Command, ParsedArguments)
  /// Help for one command, or the overview if nil.
  case help(Command?)
  /// The manual page of the whole program.
  case manual
  case version
  case completionScript(CompletionShell)
  /// The request of a shell to complete a word.
  case completion(CompletionRequest)
}

/// A shell for which a completion script can be generated.
package enum CompletionShell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

extension Invocation: Equatable where Command: Equatable {}
