/// What a shell may offer where a value is expected.
enum CompletionHint: Sendable, Equatable {
  /// Nothing: the shell cannot know it.
  case none
  case file
  case directory
  /// The name of a command.
  case commandName
}
