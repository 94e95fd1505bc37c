import Arguments
import Records
import Reports
import Text

extension Command {
  /// `outcomes history ID`
  static let history = Command(
    CommandDefinition(
      "history", group: .lookAtOneParticipant,
      summary: "Every line about one participant, or every change to the settings",
      discussion:
        "Includes what was corrected or voided, by whom, when and why. In CSV and JSON, each "
        + "attribute has two columns: its new value (site) and its old value (site_before). "
        + "With --settings it lists every change to the program's settings instead.",
      positionals: [.historyOf], options: [.settings, .shareRefused],
      sharedOptions: OptionDefinition.forPrinting + [.asKnownAt, .verify],
      examples: [
        CommandExample("outcomes history P001", "Everything ever entered about P001"),
        CommandExample("outcomes history --settings", "Who changed which setting, when and why"),
      ])
  ) { read, _ throws(Refusal) in
    try read.refuseSharing()
    let (open, subject, output) = try readAll(
      read.program(), read.historySubject(), read.output())
    switch subject {
    case .settings:
      let events = try refusing(try open.folder.settingsHistory(open.program))
      try output.print(SettingsHistoryReport(open.program.settings.name, events))
    case .participant(let id):
      let lines = try refusing(try open.folder.lines(of: id, open.program))
      if lines.events.isEmpty { _ = try open.participant(id) }
      try output.print(
        HistoryReport(
          id, lines.events, lines.assessments, attributes: open.attributes,
          knownAt: open.folder.knownAt))
    }
    return .done
  }
}

/// The subject of a history.
private enum HistorySubject {
  case participant(ParticipantID)
  case settings
}

extension ValueReader {
  fileprivate func historySubject() -> Reading<HistorySubject> {
    switch (arguments.has(.settings), arguments.value(of: .historyOf)) {
    case (true, nil): .success(.settings)
    case (false, let id?): participantID(id).map(HistorySubject.participant)
    case (true, .some):
      .wrong(
        "a participant's id and --settings cannot be used together",
        remedy: "give an id, or --settings")
    case (false, nil):
      .wrong(
        "missing ID: the participant's id, such as P001", remedy: "give an id, or --settings")
    }
  }
}

extension PositionalDefinition {
  fileprivate static let historyOf = PositionalDefinition(
    PositionalDefinition.participant.name, help: PositionalDefinition.participant.help,
    isOptional: true, completion: .participant)
}

extension OptionDefinition {
  fileprivate static let settings = OptionDefinition(
    "settings", help: "list every change to the program's settings")
}
