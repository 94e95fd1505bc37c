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
        "Days avoided × rate × months, with its interval, where the rate comes from, and what a "
        + "reader must know before quoting it. The rate stands in program.json; without one there is "
        + "no estimate. Beside it: each value changed in turn, the program's cost where it is given, and "
        + "other valuations of program.json, such as WELLBY, each for itself. The sensitivity table "
        + "and the valuations are in every format but csv.",
      options: [.followUp, .programCost, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .where, .verify],
      examples: [
        CommandExample("outcomes savings", "From baseline to the last timepoint"),
        CommandExample("outcomes savings --timepoint day30", "To day 30 instead"),
        CommandExample(
          "outcomes savings --program-cost 250", "Less 250 for each participant scored at both"),
      ])
  ) { arguments, world throws(Refusal) in
    let question = try CohortQuestion(arguments, world)
    let followUp = try question.followUp(arguments)
    let cost = try question.programCost(arguments)
    let table = try await question.table()
    let estimate = SavingsEstimate(
      table, question.selection, timepoint: followUp, programCost: cost)
    let valuations = ValuationEstimate.all(table, question.selection, timepoint: followUp)
    let disclosure = try await question.disclosure(of: table)
    try Output(arguments, world).print(
      SavingsReport(
        estimate, valuations: valuations, program: table.program, selection: question.selection,
        disclosure))
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
  func programCost(_ arguments: ParsedArguments) throws(Refusal) -> Double? {
    guard let text = arguments.value(of: .programCost) else { return nil }
    if let cost = DecimalText.parse(typed: text), cost >= 0 { return cost }
    var values = ValueReader(arguments)
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
    help: "what the program cost per participant scored at both times, in the rate's currency")
}
