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
        + "started elsewhere than those who stayed.",
      options: [.onlyInstrument, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes attrition --instrument ucla-3", "One questionnaire, today"),
        CommandExample(
          "outcomes attrition --by site -o flow.csv", "One group a site, as rows"),
      ])
  ) { arguments, world throws(Refusal) in
    let question = try CohortQuestion(arguments, world)
    let table = try await question.table()
    let disclosure = try await question.disclosure(of: table)
    try Output(arguments, world).print(
      AttritionReport(
        AttritionSummary(table, question.selection, instruments: question.instruments),
        disclosure))
    return .done
  }
}
