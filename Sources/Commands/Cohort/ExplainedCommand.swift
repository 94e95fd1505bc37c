import Analysis
import Records
import Reports

/// A command whose numbers `outcomes explain` can explain.
enum ExplainedCommand: String, CaseIterable {
  case summary
  case change
  case attrition
  case benchmark
  case savings
  case responders
  case models

  /// Computes the answer of the command.
  /// - Parameters: the cohort, with its answers if the command needs them; the selection of
  ///   participants; the positions of the instruments.
  typealias Answer =
    @Sendable (CohortColumns, CohortSelection, [Int]) async -> ExplainedAnswer

  /// True if it needs answers, not only scores.
  var needsAnswers: Bool { self == .change || self == .responders }

  /// Reads the flags of the command.
  /// - Parameter words: the words of the address; savings and responders use the follow-up that it
  ///   names.
  func answer(
    _ read: ValueReader, in open: Reading<OpenProgram>, _ words: [String]
  ) -> Reading<Answer> {
    switch self {
    case .summary:
      return .success { table, selection, _ in
        ExplainedAnswer(SummaryReport(await CohortSummary(table, selection), .everything))
      }
    case .change:
      return .success { table, selection, instruments in
        ExplainedAnswer(
          ChangeReport(ChangeAnalysis(table, selection, instruments: instruments)))
      }
    case .attrition:
      return .success { table, selection, instruments in
        ExplainedAnswer(
          AttritionReport(AttritionSummary(table, selection, instruments: instruments)))
      }
    case .benchmark:
      return read.benchmarks().map { published in
        { table, selection, _ in
          ExplainedAnswer(await BenchmarkReport(table, selection, beside: published))
        }
      }
    case .savings:
      return Reading { () throws(Refusal) in
        let (open, followUp, cost) = try readAll(
          open, read.followUp(in: open), read.programCost())
        let named = open.program.followUp(namedIn: words).map { open.program.timepoints[$0].id }
        return { table, selection, _ in
          ExplainedAnswer(
            SavingsReport(
              SavingsAnalysis(table, selection, timepoint: followUp ?? named, cost: cost)))
        }
      }
    case .responders:
      return Reading { () throws(Refusal) in
        let (open, question) = try readAll(open, read.responderQuestion(in: open))
        var criteria = question
        if let named = open.program.followUp(namedIn: words) {
          criteria.followUp = .timepoint(named)
        } else if words.contains(FollowUpChoice.keyOfLast) {
          criteria.followUp = .lastOfEach
        }
        return { [criteria] table, selection, instruments in
          let analysis = ResponderAnalysis(table, selection, criteria, instruments: instruments)
          return ExplainedAnswer(RespondersReport(analysis), responders: analysis)
        }
      }
    case .models:
      return .success { [options = read.modelOptions] table, selection, instruments in
        let analysis = await ModelAnalysis(table, selection, instruments: instruments, options)
        return ExplainedAnswer(ModelReport(analysis), models: analysis)
      }
    }
  }
}

extension Program {
  /// Returns the position of the first follow-up among the words of an address.
  fileprivate func followUp(namedIn words: [String]) -> Int? {
    timepoints.indices.dropFirst().first { words.contains(timepoints[$0].id.rawValue) }
  }
}
