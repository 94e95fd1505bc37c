import Analysis
import Arguments
import Reports
import Storage
import Text

extension Command {
  /// `outcomes status`
  static let status = Command(
    CommandDefinition(
      "status", group: .followUp, summary: "What is expected, and what was received",
      discussion:
        "At each timepoint: how many participants' forms are expected, received, received in the "
        + "window, due, late, missed and skipped, and how many participants withdrew; the open "
        + "alerts; the last entry and the last backup. A participant counts as received once every "
        + "form for the timepoint is in; --by-instrument shows each questionnaire on its own. CSV "
        + "and JSON contain both.",
      options: [.byInstrument],
      sharedOptions: OptionDefinition.forPrinting
        + [.asOf, .asKnownAt, .verify, .where, .shareRefused],
      examples: [
        CommandExample("outcomes status", "The whole program, today"),
        CommandExample(
          "outcomes status --where site=North --by-instrument", "One site, by questionnaire"),
      ])
  ) { read, _ throws(Refusal) in
    try read.refuseSharing()
    let (question, output) = try readAll(
      read.cohortQuestion(in: read.program()), read.output())
    let table = try await question.table(keepsAlerts: true)
    let lastEntry = try refusing(try question.open.folder.lastEntry(table))
    let lastBackup = try refusing(try question.open.folder.lastBackup())
    try output.print(
      StatusReport(
        await FollowUpStatus(table, question.selection),
        lastEntry: lastEntry.map { .init(at: $0.recordedAt, by: $0.recordedBy) },
        lastBackup: lastBackup,
        showsInstruments: read.arguments.has(.byInstrument)))
    return .done
  }
}

extension OptionDefinition {
  fileprivate static let byInstrument = OptionDefinition(
    "by-instrument", help: "show each questionnaire on its own")
}
