import Arguments
import Analysis
import Instruments
import Records
import Reports

extension Command {
  /// `outcomes attrition`
  static let attrition = Command(
    CommandDefinition(
      "attrition", group: .evaluate, summary: "The flow from enrollment to analysis",
      discussion:
        "For every instrument, or those named: how many participants are due, assessed, scored "
        + "and analyzed at each timepoint, and why others are not, as a diagram and as a table; "
        + "and whether participants lost to follow-up differed at baseline from those who stayed. "
        + "With --table1: the attributes and baseline scores of all participants, as in Table 1 "
        + "of a publication, and how much groups differ.",
      options: [.onlyInstrument, .table1, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes attrition --instrument ucla-3", "One questionnaire, today"),
        CommandExample(
          "outcomes attrition --by site -o flow.csv", "One group per site, as rows"),
        CommandExample(
          "outcomes attrition --table1 --by site", "Table 1, with one column per site"),
      ])
  ) { read, _ throws(Refusal) in
    let (question, output) = try readAll(
      read.cohortQuestion(in: read.program()), read.output())
    let table = try await question.table()
    let disclosure = try await question.disclosure(of: table)
    let summary = AttritionSummary(
      table, question.selection, instruments: question.instruments)
    if read.arguments.has(.table1) {
      try output.print(BaselineReport(summary, disclosure))
    } else {
      try output.print(AttritionReport(summary, disclosure))
    }
    return .done
  }
}

extension OptionDefinition {
  fileprivate static let table1 = OptionDefinition(
    "table1", help: "print the attributes and baseline scores of all participants")
}
