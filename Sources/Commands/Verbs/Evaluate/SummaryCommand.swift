import Arguments
import Analysis
import Reports
import Text

extension Command {
  /// `outcomes summary`
  static let summary = Command(
    CommandDefinition(
      "summary", group: .evaluate, summary: "The cohort's scores and their change",
      discussion:
        "For every instrument and timepoint: how many are counted and how many are not, mean, "
        + "standard deviation and quartiles, and the change from each participant's own baseline "
        + "with its interval. This is before-and-after change, without a comparison group.",
      options: [.inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes summary", "The whole cohort, today"),
        CommandExample(
          "outcomes summary --by site --as-of 2026-06-30 -o sites.csv",
          "One group per site, as of that date, for a spreadsheet"),
        CommandExample(
          "outcomes summary --as-known-at 2026-03-31",
          "The same figures as on that evening, whatever was entered or corrected since"),
        CommandExample("outcomes summary --share", "Results that can be shared"),
      ])
  ) { read, _ throws(Refusal) in
    let (question, output) = try readAll(
      read.cohortQuestion(in: read.program()), read.output())
    let table = try await question.table()
    let summary = await CohortSummary(table, question.selection)
    let disclosure = try await question.disclosure(of: summary)
    try output.print(SummaryReport(summary, disclosure))
    return .done
  }
}
