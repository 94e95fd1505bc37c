/// What a shell may offer where a value is expected.
package enum CompletionHint: Sendable, Equatable {
  /// Nothing: the shell cannot know it.
  case none
  case file
  case directory
  /// The name of a command.
  case commandName
}
