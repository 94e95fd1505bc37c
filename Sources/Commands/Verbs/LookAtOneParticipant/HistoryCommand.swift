import Arguments
import Records
import Reports
import Text

extension Command {
  /// `outcomes history ID`
  static let history = Command(
    CommandDefinition(
      "history", group: .lookAtOneParticipant,
      summary: "Every line about one participant, or every change of the settings",
      discussion:
        "Also what was corrected or taken back, with who did it, when and why. "
        + "For programs, each attribute has two columns: what it became (site) and what it was "
        + "(site_before). With --settings it lists every change of the program's settings instead.",
      positionals: [.historyOf], options: [.settings, .shareRefused],
      sharedOptions: OptionDefinition.forPrinting + [.asKnownAt, .verify],
      examples: [
        CommandExample("outcomes history P001", "All that was ever entered about P001"),
        CommandExample("outcomes history --settings", "Who changed which setting, when and why"),
      ])
  ) { arguments, world throws(Refusal) in
    try refuseSharing(arguments)
    let isOfSettings = arguments.has(.settings)
    if isOfSettings == (arguments.value(of: .historyOf) != nil) {
      throw Refusal(
        .wrongCommandLine,
        Diagnostic(
          isOfSettings
            ? "a participant's id and --settings cannot go together"
            : "missing ID: the participant's id, such as P001",
          remedy: "give an id, or --settings"))
    }
    let open = try OpenProgram(arguments, world)
    if isOfSettings {
      let events = try refusing { () throws(Problems) in
        try open.folder.settingsHistory(open.program)
      }
      try Output(arguments, world).print(
        SettingsHistoryReport(open.program.settings.name, events))
      return .done
    }
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

extension PositionalDefinition {
  fileprivate static let historyOf = PositionalDefinition(
    PositionalDefinition.participant.name, help: PositionalDefinition.participant.help,
    isOptional: true)
}

extension OptionDefinition {
  fileprivate static let settings = OptionDefinition(
    "settings", help: "every change of the program's settings")
}
