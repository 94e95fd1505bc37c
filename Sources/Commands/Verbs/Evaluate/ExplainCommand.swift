import Arguments
import Analysis
import Records
import Reports
import Text

extension Command {
  /// `outcomes explain COMMAND INSTRUMENT TIMEPOINT KEY ATTRIBUTE=VALUE`
  static let explain = Command(
    CommandDefinition(
      "explain", group: .evaluate, summary: "Where a number comes from, and whom it counts",
      discussion:
        "Every number of `outcomes summary`, `change`, `attrition`, `benchmark`, `savings`, "
        + "`responders` and `models` has an address: the command, the instrument, the timepoint, "
        + "the key in its JSON, and the group, each where it is needed. Prints the formula with its "
        + "numbers, and by id who is counted, who is not, and why. Give it the flags that the "
        + "command was given; the timepoint of responders stands in the address. Where several rows "
        + "have the key, --of lists the people of one: its name stands in parentheses behind the key.",
      positionals: PositionalDefinition.ofAddress,
      options: [
        .row, .onlyInstrument, .laterTimepoint, .programCost, .costBasis, .published,
        .reliability, .reliabilitySource,
        .spread,
        .normMean, .normSpread, .cutoff, .reliableBy, .degreesOfFreedom, .information, .baseline,
        .growth, .reference, .inWindow,
        .shareRefused,
      ],
      sharedOptions: OptionDefinition.forPrinting + [.asOf, .asKnownAt, .verify]
        + OptionDefinition.forAnalyzing,
      examples: [
        CommandExample("outcomes explain 'change ucla-3 day90'", "All numbers of one change"),
        CommandExample(
          "outcomes explain savings per_participant_per_year --format csv",
          "One number, and one row a participant"),
        CommandExample(
          "outcomes explain attrition withdrawals.participants --of moved",
          "Who withdrew for one reason"),
      ])
  ) { arguments, world throws(Refusal) in
    try refuseSharing(arguments)
    let address = try AddressReader(arguments)
    let question = try CohortQuestion(arguments, world)
    try Output(arguments, world).print(
      await explanation(of: address, question, arguments))
    return .done
  }

  private static func explanation(
    of typed: AddressReader, _ question: CohortQuestion, _ arguments: ParsedArguments
  ) async throws(Refusal) -> ExplainReport {
    try question.requireKnown(typed.values)
    let address = NumberAddress(
      command: typed.command.rawValue, words: typed.words, row: arguments.value(of: .row))
    var grouped = question.selection
    if grouped.groupedBy == nil, !address.isOfAttributeRow {
      grouped.groupedBy = typed.values.first?.attribute
    }
    let table = try await question.table(keepsAnswers: typed.command.needsAnswers)
    try question.refuseTooManyGroups(grouped, in: table)
    let answer = try await typed.command.answer(
      question, grouped, table, words: typed.words, arguments)
    let explanation = try refusing { () throws(Problems) in
      try Explanation(address, in: answer, of: table, question.selection)
    }
    return ExplainReport(
      explanation, program: table.program.settings.name, question.selection)
  }
}

extension CohortQuestion {
  /// Refuses attributes that the program does not keep.
  fileprivate func requireKnown(_ values: [CohortSelection.AttributeValue]) throws(Refusal) {
    var reader = ValueReader(ParsedArguments())
    for name in values.map(\.attribute) where !open.attributes.contains(name) {
      reader.refuseUnknown("attribute", name, known: open.attributes)
    }
    try reader.finish()
  }
}

extension OptionDefinition {
  static let row = OptionDefinition(
    "of", valueName: "TEXT", help: "the row, where several have the key; “of” in the JSON")
}
