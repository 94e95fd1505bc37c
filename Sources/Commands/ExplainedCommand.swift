import Analysis
import Records
import Reports

/// A command whose numbers have addresses.
enum ExplainedCommand: String, CaseIterable {
  case summary
  case change
  case attrition
  case benchmark
  case savings

  /// What the command would print.
  /// - Parameters:
  ///   - selection: the question's, with the groups that the address names.
  ///   - words: the address; savings are to the follow-up that it names.
  func answer(
    _ question: CohortQuestion, _ selection: CohortSelection, _ table: ScoreTable,
    words: [String], _ arguments: ParsedArguments
  ) async throws(Refusal) -> any Reportable {
    let program = question.open.program
    switch self {
    case .summary: return SummaryReport(await CohortSummary(table, selection), .everything)
    case .change:
      return ChangeReport(ChangeAnalysis(table, selection, instruments: question.instruments))
    case .attrition:
      return AttritionReport(
        AttritionSummary(table, selection, instruments: question.instruments))
    case .benchmark:
      return BenchmarkReport(
        await CohortSummary(table, selection.ungrouped),
        beside: try Command.benchmarks(arguments, question.open.world),
        known: Command.knownInstruments(of: program))
    case .savings:
      let followUp =
        try question.followUp(arguments)
        ?? program.timepoints.dropFirst().map(\.id).first { words.contains($0.rawValue) }
      return SavingsReport(
        SavingsEstimate(
          table, selection, timepoint: followUp,
          programCost: try question.programCost(arguments)),
        valuations: ValuationEstimate.all(table, selection, timepoint: followUp),
        program: program, selection: selection, .everything)
    }
  }
}
