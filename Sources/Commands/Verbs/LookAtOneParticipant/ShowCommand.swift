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
        "Each score with its band and its change from baseline. A score dated after the "
        + "withdrawal is marked: it does not count. In CSV and JSON, needs_attention says "
        + "whether an answer to a risk item needs a person's attention; it is empty (null in "
        + "JSON) if that is not known. open_alert says whether nobody has acknowledged it yet.",
      positionals: [.participant], options: [.shareRefused],
      sharedOptions: OptionDefinition.forPrinting + [.asKnownAt, .verify],
      examples: [CommandExample("outcomes show P001", "Every score of P001, and whether it counts")]
    )
  ) { read, _ throws(Refusal) in
    try read.refuseSharing()
    let (open, id, output) = try readAll(read.program(), read.participantID(), read.output())
    let (participant, lines) = try open.lines(of: id)
    try output.print(
      ParticipantReport(
        participant, lines.assessments, open.program, knownAt: open.folder.knownAt))
    return .done
  }
}
