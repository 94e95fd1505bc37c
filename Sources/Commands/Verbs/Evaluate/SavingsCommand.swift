import Arguments
import Analysis
import Records
import Reports
import Text

extension Command {
  /// `outcomes savings`
  static let savings = Command(
    CommandDefinition(
      "savings", group: .evaluate, summary: "Estimated savings from fewer unhealthy days",
      discussion:
        "Fewer unhealthy days × rate × months, with its interval, the source of the rate, and "
        + "what a reader must know before quoting it. The rate is in program.json; without one "
        + "there is no estimate. Also shows each value changed in turn, the net saving and the "
        + "return if you give the program's cost, and each of the other valuations in "
        + "program.json, such as WELLBY. Periods over 12 months are discounted. The sensitivity "
        + "table and the valuations are in every format but csv.",
      options: [.followUp, .programCost, .costBasis, .inWindow, .share],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes savings", "From baseline to the last timepoint"),
        CommandExample("outcomes savings --timepoint day30", "To day 30 instead"),
        CommandExample(
          "outcomes savings --program-cost 250", "Minus a cost of 250 for each participant enrolled"
        ),
        CommandExample("outcomes savings --by site", "For the whole cohort, then for each site"),
      ])
  ) { read, _ throws(Refusal) in
    let program = read.program()
    let (question, followUp, cost, output) = try readAll(
      read.cohortQuestion(in: program), read.followUp(in: program), read.programCost(),
      read.output())
    let table = try await question.table()
    let analysis = SavingsAnalysis(table, question.selection, timepoint: followUp, cost: cost)
    let disclosure = try await question.disclosure(of: table)
    try output.print(SavingsReport(analysis, disclosure))
    return .done
  }
}

extension ValueReader {
  /// Reads the follow-up; nil if none was typed.
  func followUp(in open: Reading<OpenProgram>) -> Reading<TimepointID?> {
    value(of: .followUp) { name in
      open.flatMap { open in
        let followUps = open.program.timepoints.dropFirst().map(\.id)
        return open.position(of: name, among: followUps.map(\.rawValue), "later timepoint")
          .map { followUps[$0] }
      }
    }
  }

  /// Reads the program's cost; nil if none was typed.
  func programCost() -> Reading<ProgramCost?> {
    let basis: ProgramCost.Basis? = choice(.costBasis)
    guard basis == nil || arguments.has(.programCost) else {
      return .wrong(
        "--cost-per needs a cost, but none is given",
        remedy: "give one, such as --program-cost 250")
    }
    let amount = number(
      .programCost, from: 0, named: "cost", remedy: "write 0 or more, such as --program-cost 250")
    return amount.map { amount in
      amount.map { ProgramCost(perParticipant: $0, basis: basis ?? .enrolled) }
    }
  }
}

extension OptionDefinition {
  static let followUp = OptionDefinition(
    "timepoint", valueName: "TIMEPOINT", help: "the follow-up timepoint; default: the last",
    completion: .timepoint)

  static let programCost = OptionDefinition(
    "program-cost", valueName: "AMOUNT",
    help: "the cost of the program per participant, in the currency of the rate")

  static let costBasis = OptionDefinition(
    "cost-per",
    help: "the participants that the cost applies to; default: all enrolled",
    choices: ProgramCost.Basis.self)
}
