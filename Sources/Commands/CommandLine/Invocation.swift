/// What a command line asks for.
enum Invocation: Sendable, Equatable {
  case run(command: String, ParsedArguments)
  /// Help for one command, or the overview where it is nil.
  case help(command: String?)
  case version
  case completionScript(CompletionShell)
}

/// A shell that a completion script can be made for.
enum CompletionShell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}
