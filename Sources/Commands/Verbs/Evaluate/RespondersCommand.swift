import Arguments
import Analysis
import Records
import Reports
import Text

extension Command {
  /// `outcomes responders`
  static let responders = Command(
    CommandDefinition(
      "responders", group: .evaluate,
      summary: "How many participants got better, and how many got worse",
      discussion:
        "Judges each participant's own change by the reliable change index of Jacobson and Truax, "
        + "by published thresholds and by the smallest important change, side by side; with "
        + "cutoffs, recovery by the criteria of NHS Talking Therapies, and response and "
        + "remission. Without --reliability it takes a published one, or else Cronbach's alpha of "
        + "the answers at baseline if that is .70 or more.",
      options: [
        .onlyInstrument, .laterTimepoint, .reliability, .reliabilitySource, .spread, .normMean,
        .normSpread, .cutoff, .reliableBy, .list, .inWindow,
      ],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing
        + [.share],
      examples: [
        CommandExample("outcomes responders", "From baseline to the last timepoint"),
        CommandExample(
          "outcomes responders --instrument phq-9 --reliability 0.84"
            + " --reliability-of 'retest, 2001'",
          "With a reliability from elsewhere"),
        CommandExample(
          "outcomes responders --timepoint last --list -o people.csv",
          "Each participant's own last score, one row each"),
      ])
  ) { read, _ throws(Refusal) in
    let program = read.program()
    let (question, criteria, output) = try readAll(
      read.cohortQuestion(in: program), read.responderQuestion(in: program), read.output())
    if question.policy != nil, criteria.listsParticipants || criteria.followUp == .lastOfEach {
      throw Refusal(
        .refusedForPrivacy,
        Diagnostic(
          criteria.listsParticipants
            ? "data about individual participants cannot be shared"
            : "each participant's last follow-up cannot be shared: no summary shows how many"
              + " there are",
          remedy: criteria.listsParticipants
            ? "leave out --list" : "name one timepoint with --timepoint"))
    }
    let table = try await question.table(keepsAnswers: question.needsAnswers(for: criteria))
    let analysis = ResponderAnalysis(
      table, question.selection, criteria, instruments: question.instruments)
    if criteria.listsParticipants {
      try output.print(ParticipantChangesReport(analysis))
    } else {
      let disclosure = try await question.disclosure(of: analysis, table)
      try output.print(RespondersReport(analysis, disclosure))
    }
    return .done
  }
}

extension CohortQuestion {
  /// Returns true if the reliability of an instrument may have to be computed from the answers.
  fileprivate func needsAnswers(for criteria: ResponderQuestion) -> Bool {
    instruments.contains { criteria.reliability(of: open.program.instruments[$0]) == nil }
  }

  /// Returns what an analysis of responders may disclose: what summaries show, and what follows
  /// from it.
  fileprivate func disclosure(
    of analysis: ResponderAnalysis, _ table: CohortColumns
  ) async throws(Refusal) -> Disclosure {
    guard policy != nil else { return .everything }
    let summary = await CohortSummary(table, selection)
    guard case .shared(let plan) = try await disclosure(of: summary) else {
      return .everything
    }
    return .shared(analysis.plan(after: plan))
  }
}
