import Arguments
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
  case responders
  case models

  /// Whether it computes with answers, not only with scores.
  var needsAnswers: Bool { self == .change || self == .responders }

  /// What the command would print.
  /// - Parameters:
  ///   - selection: the question's, with the groups that the address names.
  ///   - words: the address; savings and responders are to the follow-up that it names.
  func answer(
    _ question: CohortQuestion, _ selection: CohortSelection, _ table: CohortColumns,
    words: [String], _ arguments: ParsedArguments
  ) async throws(Refusal) -> ExplainedAnswer {
    let program = question.open.program
    switch self {
    case .summary:
      return ExplainedAnswer(SummaryReport(await CohortSummary(table, selection), .everything))
    case .change:
      return ExplainedAnswer(
        ChangeReport(ChangeAnalysis(table, selection, instruments: question.instruments)))
    case .attrition:
      return ExplainedAnswer(
        AttritionReport(AttritionSummary(table, selection, instruments: question.instruments)))
    case .benchmark:
      return ExplainedAnswer(
        await BenchmarkReport(
          table, selection, beside: try Command.benchmarks(arguments, question.open.world)))
    case .savings:
      let followUp =
        try question.followUp(arguments)
        ?? program.timepoints.dropFirst().map(\.id).first { words.contains($0.rawValue) }
      return ExplainedAnswer(
        SavingsReport(
          SavingsAnalysis(
            table, selection, timepoint: followUp, cost: try question.programCost(arguments))))
    case .responders:
      var criteria = try RespondersFlags(arguments, question).question
      let later = program.timepoints.indices.dropFirst()
      if let named = later.first(where: { words.contains(program.timepoints[$0].id.rawValue) }) {
        criteria.followUp = .timepoint(named)
      } else if words.contains(FollowUpChoice.keyOfLast) {
        criteria.followUp = .lastOfEach
      }
      let analysis = ResponderAnalysis(
        table, selection, criteria, instruments: question.instruments)
      return ExplainedAnswer(RespondersReport(analysis), responders: analysis)
    case .models:
      let analysis = await ModelAnalysis(
        table, selection, instruments: question.instruments, ModelOptions(arguments))
      return ExplainedAnswer(ModelReport(analysis), models: analysis)
    }
  }
}
