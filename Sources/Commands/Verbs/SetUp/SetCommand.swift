import Arguments
import Instruments
import Records
import Storage
import Text

extension Command {
  /// `outcomes set KEY VALUE`
  static let set = Command(
    CommandDefinition(
      "set", group: .setUp, summary: "Change a setting, and keep the old value in the history",
      discussion:
        "KEY is a path in program.json, such as name, attention, savings.rate, privacy.policy, "
        + "missing_items.phq-9 or timepoints.day90.late. A plus sign adds to attributes, "
        + "instruments and timepoints; lines entered earlier leave a new attribute empty. The "
        + "value “none” removes an optional setting. `outcomes history --settings` shows every "
        + "change.",
      positionals: [.settingKey, .settingValue], options: [.reason],
      examples: [
        CommandExample(
          "outcomes set timepoints.day90.late 14 --reason 'the funder asks for two weeks'",
          "Narrow the window at day 90"),
        CommandExample(
          "outcomes set attributes +language --reason 'asked since May'", "Add an attribute"),
        CommandExample(
          "outcomes set instruments +who-5 --reason 'asked since May'", "Add a questionnaire"),
        CommandExample(
          "outcomes set timepoints +day180=180 --reason 'longer follow-up'", "Add a timepoint"),
      ])
  ) { read, world throws(Refusal) in
    let (open, reason) = try readAll(read.program(), read.requiredText(.reason))
    try await open.requireRecordedSettings()
    let program = try refusing(
      try open.program(
        setting: read.arguments.requiredValue(of: .settingKey),
        to: read.arguments.requiredValue(of: .settingValue)))
    let changes = try open.write { writer throws(Problems) in
      try writer.replaceSettings(of: SettingsRecord(open.program), by: program) { changes in
        open.event(.settings, SettingsEntry(reason: reason, changes: changes).text)
      }
    }
    if changes.isEmpty {
      world.console.print("the setting already has that value; nothing was changed")
    }
    for words in changes.flatMap(\.differencesInWords) { world.console.print(words) }
    return .done
  }
}

extension OpenProgram {
  /// Returns the program with one setting changed, including the instruments that it then names.
  fileprivate func program(setting key: String, to value: String) throws(Problems) -> Program {
    let settings = try program.settings.setting(key, to: value)
    let available = BuiltInInstruments.all + (try folder.ownInstruments())
    return try Program(
      settings: settings, available: available, file: ProgramFolder.settingsName)
  }

  /// Refuses to change settings that differ from the history: afterward, it would be impossible to
  /// tell who changed what.
  fileprivate func requireRecordedSettings() async throws(Refusal) {
    guard program.settings.schema.recordsSettings else {
      throw Refusal(
        .refused,
        Diagnostic(
          "this program does not keep a history of its settings yet",
          remedy: "run `outcomes migrate --backup FILE` first"))
    }
    let found = try await verifySeals().settingsDiagnostics(program)
    guard found.isEmpty else { throw Refusal(.refused, found) }
  }
}

extension PositionalDefinition {
  fileprivate static let settingKey = PositionalDefinition(
    "KEY", help: "the setting, such as timepoints.day90.late", completion: .settingKey)
  fileprivate static let settingValue = PositionalDefinition(
    "VALUE", help: "the new value; +NAME adds to a list, “none” removes an optional setting")
}
