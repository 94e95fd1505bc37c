import Arguments
import Records
import Text

/// The participant who was probably meant by an id that is not known.
struct MeantParticipant: Sendable, Equatable {
  let typed: ParticipantID
  let existing: ParticipantID
  /// The problem if another one was meant.
  let otherwise: Diagnostic

  /// The problem, which names the participant.
  var diagnostic: Diagnostic {
    Diagnostic(otherwise.message, remedy: "did you mean “\(existing)”?")
  }

  /// The arguments of a command with the id that was meant.
  func corrected(_ arguments: ParsedArguments, of definition: CommandDefinition) -> ParsedArguments
  {
    arguments.replacing(
      typed.rawValue, by: existing.rawValue,
      positionals: definition.positionals.filter {
        $0.name == PositionalDefinition.participant.name
      },
      options: definition.options.filter { $0.valueName == PositionalDefinition.participant.name })
  }
}

extension Refusal {
  /// The same refusal when the participant who was probably meant was not.
  var withoutMeantParticipant: Refusal {
    Refusal(
      code,
      diagnostics.map { problem in
        meant.map { problem == $0.diagnostic ? $0.otherwise : problem } ?? problem
      })
  }
}
