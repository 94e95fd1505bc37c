import Records
import Reports
import Text

extension Command {
  /// `outcomes history ID`
  static let history = Command(
    CommandDefinition(
      "history", group: .lookAtOneParticipant, summary: "Every line about one participant",
      discussion:
        "Also what was corrected or taken back, with who did it, when and why. Nothing is ever lost. "
        + "For programs, each attribute has two columns: what it became (site) and what it was "
        + "(site_before).",
      positionals: [.participant], options: [.shareRefused],
      sharedOptions: OptionDefinition.forPrinting + [.asKnownAt, .verify],
      examples: [CommandExample("outcomes history P001", "All that was ever entered of P001")])
  ) { arguments, world throws(Refusal) in
    try refuseSharing(arguments)
    let open = try OpenProgram(arguments, world)
    let id = try participantID(arguments)
    let report = try refusing { () throws(Problems) in
      _ = try open.participant(id)
      return HistoryReport(
        id, try open.folder.events(of: id, open.program),
        try open.folder.assessments(of: id, open.program),
        attributes: open.attributes, knownAt: open.folder.knownAt)
    }
    try Output(arguments, world).print(report)
    return .done
  }
}
