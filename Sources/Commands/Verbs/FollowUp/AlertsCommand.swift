import Analysis
import Arguments
import Reports

extension Command {
  /// `outcomes alerts`
  static let alerts = Command(
    CommandDefinition(
      "alerts", group: .followUp, summary: "Answers that need a person's attention",
      discussion:
        "Every answer to a risk item that needs a person's attention, the oldest first, until "
        + "somebody says what was done with `outcomes acknowledge`. A correction that takes the "
        + "answer back leaves the alert open, and so does a withdrawal. Forms entered as a "
        + "total only, or without the item, are listed apart.",
      options: [.where, .shareRefused],
      sharedOptions: OptionDefinition.forPrinting + [.asKnownAt, .verify],
      examples: [
        CommandExample("outcomes alerts", "Who needs a person's attention today"),
        CommandExample("outcomes alerts --format csv --where site=North", "For a script"),
      ])
  ) { read, _ throws(Refusal) in
    try read.refuseSharing()
    let (question, output) = try readAll(
      read.cohortQuestion(in: read.program()), read.output())
    let table = try await question.table(keepsAlerts: true)
    try output.print(AlertsReport(OpenAlerts(table, question.selection)))
    return .done
  }
}
