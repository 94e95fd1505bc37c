import Arguments
import Analysis
import Records
import Reports
import Text

extension Command {
  /// `outcomes explain COMMAND INSTRUMENT TIMEPOINT KEY ATTRIBUTE=VALUE`
  static let explain = Command(
    CommandDefinition(
      "explain", group: .evaluate, summary: "Where a number comes from, and who is counted",
      discussion:
        "Every number of `outcomes summary`, `change`, `attrition`, `benchmark`, `savings`, "
        + "`responders` and `models` has an address: the command, the instrument, the timepoint, "
        + "the key in its JSON, and the group, as far as they are needed. Prints the formula with "
        + "its numbers, and lists by id who is counted, who is not, and why. Give it the same "
        + "flags as the command; the timepoint of responders is part of the address. If several "
        + "rows share the key, --of lists the participants of one: its name is in parentheses "
        + "after the key.",
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
          "One number, and one row per participant"),
        CommandExample(
          "outcomes explain attrition withdrawals.participants --of moved",
          "The participants who withdrew for one reason"),
      ])
  ) { read, _ throws(Refusal) in
    try read.refuseSharing()
    let (command, words) = try read.address().get()
    let values = words.compactMap(CohortSelection.AttributeValue.init(typed:))
    let program = read.program()
    let (question, answer, output, _) = try readAll(
      read.cohortQuestion(in: program), command.answer(read, in: program, words), read.output(),
      values.map { read.known($0.attribute, in: program) }.all())
    let address = NumberAddress(
      command: command.rawValue, words: words, row: read.arguments.value(of: .row))
    var grouped = question.selection
    if grouped.groupedBy == nil, !address.isOfAttributeRow {
      grouped.groupedBy = values.first?.attribute
    }
    let table = try await question.table(keepsAnswers: command.needsAnswers)
    try question.refuseTooManyGroups(grouped, in: table)
    let explained = await answer(table, grouped, question.instruments)
    let explanation = try refusing(
      try Explanation(address, in: explained, of: table, question.selection))
    try output.print(
      ExplainReport(explanation, program: table.program.settings.name, question.selection))
    return .done
  }
}

extension OptionDefinition {
  fileprivate static let row = OptionDefinition(
    "of", valueName: "TEXT", help: "the row, if several share the key; “of” in the JSON")
}
