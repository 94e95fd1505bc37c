import Arguments
import Analysis
import Reports

extension Command {
  /// `outcomes change`
  static let change = Command(
    CommandDefinition(
      "change", group: .evaluate, summary: "All statistics on the change since baseline",
      discussion:
        "For every instrument and timepoint: t test and signed-rank test, effect sizes with "
        + "intervals, percent change, p values adjusted for multiple tests, floor and ceiling, "
        + "reliability, and a sentence to paste. With --by: each group, the whole cohort, and the "
        + "differences between groups.",
      options: [.onlyInstrument, .reference, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes change --instrument phq-9", "One questionnaire, today"),
        CommandExample("outcomes change --by site --format json", "Everything, for a script"),
      ])
  ) { read, _ throws(Refusal) in
    let (question, output) = try readAll(
      read.cohortQuestion(in: read.program()), read.output())
    let table = try await question.table(keepsAnswers: true)
    let disclosure = try await question.disclosure(of: table)
    let analysis = ChangeAnalysis(
      table, question.selection, instruments: question.instruments)
    try output.print(ChangeReport(analysis, disclosure))
    return .done
  }
}
