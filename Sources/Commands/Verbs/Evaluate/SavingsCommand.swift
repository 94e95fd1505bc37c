import Arguments
import Analysis
import Records
import Reports
import Text

extension Command {
  /// `outcomes savings`
  static let savings = Command(
    CommandDefinition(
      "savings", group: .evaluate, summary: "What fewer unhealthy days may have saved",
      discussion:
        "Fewer unhealthy days × rate × months, with its interval, where the rate comes from, and what a "
        + "reader must know before quoting it. The rate stands in program.json; without one there is "
        + "no estimate. Beside it: each value changed in turn, the net saving and the return where the "
        + "program's cost is given, and other valuations of program.json, such as WELLBY, each for "
        + "itself. More than 12 months are discounted. The sensitivity table and the valuations are in "
        + "every format but csv.",
      options: [.followUp, .programCost, .costBasis, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes savings", "From baseline to the last timepoint"),
        CommandExample("outcomes savings --timepoint day30", "To day 30 instead"),
        CommandExample(
          "outcomes savings --program-cost 250", "Less 250 for each participant enrolled"),
        CommandExample("outcomes savings --by site", "For everybody, then for each site"),
      ])
  ) { arguments, world throws(Refusal) in
    let question = try CohortQuestion(arguments, world)
    let followUp = try question.followUp(arguments)
    let cost = try question.programCost(arguments)
    let table = try await question.table()
    let analysis = SavingsAnalysis(table, question.selection, timepoint: followUp, cost: cost)
    let disclosure = try await question.disclosure(of: table)
    try Output(arguments, world).print(SavingsReport(analysis, disclosure))
    return .done
  }
}

extension CohortQuestion {
  /// The timepoint that was typed; nil where none was.
  func followUp(_ arguments: ParsedArguments) throws(Refusal) -> TimepointID? {
    guard let text = arguments.value(of: .followUp) else { return nil }
    let followUps = open.program.timepoints.dropFirst().map(\.id)
    if let id = followUps.first(where: { $0.rawValue == text }) { return id }
    var values = ValueReader(arguments)
    values.refuseUnknown("later timepoint", text, known: followUps.map(\.rawValue))
    try values.finish()
    return nil
  }

  /// The program's cost that was typed; nil where none was.
  func programCost(_ arguments: ParsedArguments) throws(Refusal) -> ProgramCost? {
    let basis = arguments.value(of: .costBasis).flatMap(ProgramCost.Basis.init(rawValue:))
    var values = ValueReader(arguments)
    guard let text = arguments.value(of: .programCost) else {
      if basis != nil {
        values.report(
          "`--cost-per` says for whom a cost is charged, and there is no cost",
          remedy: "give it too, such as --program-cost 250")
      }
      try values.finish()
      return nil
    }
    if let amount = DecimalText.parse(typed: text), amount >= 0 {
      return ProgramCost(perParticipant: amount, basis: basis ?? .enrolled)
    }
    values.report("“\(text)” is not a cost", remedy: "0 or more, such as --program-cost 250")
    try values.finish()
    return nil
  }
}

extension OptionDefinition {
  static let followUp = OptionDefinition(
    "timepoint", valueName: "TIMEPOINT", help: "the later timepoint; else the last")

  static let programCost = OptionDefinition(
    "program-cost", valueName: "AMOUNT",
    help: "what the program cost per participant enrolled, in the rate's currency")

  static let costBasis = OptionDefinition(
    "cost-per",
    help: "for whom the cost is charged: everyone enrolled, unless only those scored at both",
    allowedValues: ProgramCost.Basis.allCases.map(\.rawValue))
}
