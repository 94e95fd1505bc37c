/// A kind of completion that a shell can offer for a value.
package enum CompletionHint: Sendable, Equatable {
  /// No completion, since the shell cannot know the value.
  case none
  case file
  case directory
  /// The name of a command.
  case commandName
}
