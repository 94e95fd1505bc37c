import Arguments
import Analysis
import Instruments
import Records
import Reports

extension Command {
  /// `outcomes attrition`
  static let attrition = Command(
    CommandDefinition(
      "attrition", group: .evaluate, summary: "From everybody enrolled to those analyzed",
      discussion:
        "For every instrument, or those named: who is due, assessed, scored and analyzed at each "
        + "timepoint, who is not and why, drawn and as a table; and whether those who were lost "
        + "started elsewhere than those who stayed. With --table1: the attributes and baseline "
        + "scores of everybody enrolled, as a publication's Table 1 has them, and how far groups "
        + "are apart.",
      options: [.onlyInstrument, .table1, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes attrition --instrument ucla-3", "One questionnaire, today"),
        CommandExample(
          "outcomes attrition --by site -o flow.csv", "One group a site, as rows"),
        CommandExample(
          "outcomes attrition --table1 --by site", "Table 1, with one column a site"),
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
    "table1", help: "attributes and baseline scores of everybody enrolled")
}
