/// A kind of completion that a shell can offer for a value.
package indirect enum CompletionHint: Sendable, Equatable {
  /// No completion, since nobody but the user can know the value.
  case none
  case file
  case directory
  /// The name of a command.
  case commandName
  /// The id of a participant.
  case participant
  /// The id of a participant who has not withdrawn.
  case activeParticipant
  case timepoint
  /// An instrument of the program.
  case instrument
  /// Any known instrument, or a file.
  case instrumentOrFile
  case attribute
  /// `ATTRIBUTE=VALUE`, with a value that some participant has.
  case attributeValue
  /// A value of the attribute that `--by` names.
  case groupValue
  /// The key of a setting.
  case settingKey
  /// What another hint offers, or one of these words.
  case either(CompletionHint, or: [String])
}
