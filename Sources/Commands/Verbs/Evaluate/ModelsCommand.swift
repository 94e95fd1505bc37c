import Arguments
import Analysis
import Reports
import Statistics

extension Command {
  /// `outcomes models`
  static let models = Command(
    CommandDefinition(
      "models", group: .evaluate, summary: "Models of everybody with any score",
      discussion:
        "For every instrument, or those named: a mixed model for repeated measures of everybody with "
        + "any score, its means, their change since baseline and, with --by, how the groups' changes "
        + "differ; and how much the answer depends on those who are missing. CSV has the means, the "
        + "changes and the lines, JSON everything.",
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
          "Do sites differ in change, each from its own start?"),
        CommandExample(
          "outcomes models --by site --reference North", "Every other site against this one"),
        CommandExample(
          "outcomes models --growth --format json", "With straight lines over days, for programs"),
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
  /// How the models are to be made.
  var modelOptions: ModelOptions {
    ModelOptions(
      degreesOfFreedom: DegreesOfFreedomMethod(
        choice(.degreesOfFreedom) ?? .kenwardRoger, choice(.information) ?? .observed),
      baseline: choice(.baseline) ?? .common, withGrowth: arguments.has(.growth))
  }
}

extension OptionDefinition {
  static let degreesOfFreedom = OptionDefinition(
    "df", help: "how degrees of freedom are found; else kenward-roger",
    choices: DegreesOfFreedomMethod.Approximation.self)

  static let information = OptionDefinition(
    "information",
    help: "what degrees of freedom rest on: observed, as in SAS and mmrm, or expected, as in"
      + " pbkrtest; else observed",
    choices: DegreesOfFreedomMethod.Information.self)

  static let baseline = OptionDefinition(
    "baseline", help: "whether groups have one mean at baseline; else common",
    choices: RepeatedMeasuresModel.Baseline.self)

  static let growth = OptionDefinition(
    "growth", help: "straight lines over days too, with a level and a slope for each participant")
}
