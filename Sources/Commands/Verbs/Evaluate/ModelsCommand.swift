import Arguments
import Analysis
import Reports
import Statistics

extension Command {
  /// `outcomes models`
  static let models = Command(
    CommandDefinition(
      "models", group: .evaluate, summary: "Mixed models of all participants with any score",
      discussion:
        "For every instrument, or those named: a mixed model for repeated measures of all "
        + "participants with any score, with its means, their change since baseline and, with "
        + "--by, how the groups' changes differ; and how much the answer depends on missing "
        + "scores. CSV has the means, the changes and the lines; JSON has everything.",
      options: [
        .onlyInstrument, .reference, .degreesOfFreedom, .information, .baseline, .growth, .inWindow,
        .share,
      ],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes models --instrument ucla-3", "One questionnaire, today"),
        CommandExample(
          "outcomes models --by site --baseline separate",
          "Does change differ between sites, each from its own baseline?"),
        CommandExample(
          "outcomes models --by site --reference North", "Every other site compared with this one"),
        CommandExample(
          "outcomes models --growth --format json", "With straight lines over days, for a script"),
      ])
  ) { read, _ throws(Refusal) in
    let (question, output) = try readAll(
      read.cohortQuestion(in: read.program()), read.output())
    let table = try await question.table()
    let disclosure = try await question.disclosure(of: table)
    let analysis = await ModelAnalysis(
      table, question.selection, instruments: question.instruments,
      read.modelOptions)
    try output.print(ModelReport(analysis, disclosure))
    return .done
  }
}

extension ValueReader {
  /// The options for the models.
  var modelOptions: ModelOptions {
    ModelOptions(
      degreesOfFreedom: DegreesOfFreedomMethod(
        choice(.degreesOfFreedom) ?? .kenwardRoger, choice(.information) ?? .observed),
      baseline: choice(.baseline) ?? .common, withGrowth: arguments.has(.growth))
  }
}

extension OptionDefinition {
  static let degreesOfFreedom = OptionDefinition(
    "df", help: "the method for degrees of freedom; default: kenward-roger",
    choices: DegreesOfFreedomMethod.Approximation.self)

  static let information = OptionDefinition(
    "information",
    help: "the information behind degrees of freedom: observed, as in SAS and mmrm, or expected,"
      + " as in pbkrtest; default: observed",
    choices: DegreesOfFreedomMethod.Information.self)

  static let baseline = OptionDefinition(
    "baseline", help: "one mean at baseline for all groups, or one for each; default: common",
    choices: RepeatedMeasuresModel.Baseline.self)

  static let growth = OptionDefinition(
    "growth", help: "add straight lines over days, with a level and a slope for each participant")
}
