import Arguments
import Records
import Reports
import Text

extension Command {
  /// `outcomes show ID`
  static let show = Command(
    CommandDefinition(
      "show", group: .lookAtOneParticipant, summary: "One participant's scores and change",
      discussion:
        "Each score with its band and its change from baseline. A score dated after the withdrawal is "
        + "marked: it does not count. For programs, needs_attention says whether an answer to a risk "
        + "item needs a person's attention; it is empty (null in JSON) where that is not known.",
      positionals: [.participant], options: [.shareRefused],
      sharedOptions: OptionDefinition.forPrinting + [.asKnownAt, .verify],
      examples: [CommandExample("outcomes show P001", "Every score of P001, and whether it counts")]
    )
  ) { arguments, world throws(Refusal) in
    try refuseSharing(arguments)
    let open = try OpenProgram(arguments, world)
    let id = try participantID(arguments)
    let report = try refusing { () throws(Problems) in
      let participant = try open.participant(id)
      return ParticipantReport(
        participant, try open.folder.assessments(of: id, open.program), open.program,
        knownAt: open.folder.knownAt)
    }
    try Output(arguments, world).print(report)
    return .done
  }

  /// The id that was typed.
  static func participantID(_ arguments: ParsedArguments) throws(Refusal) -> ParticipantID {
    var values = ValueReader(arguments)
    let id = values.participantID()
    try values.finish()
    guard let id else { throw Refusal(.wrongCommandLine, values.problems) }
    return id
  }
}
