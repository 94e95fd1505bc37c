import Analysis
import Arguments
import Instruments
import Records
import Reports
import Text

extension Command {
  /// `outcomes reenter TIMEPOINT [INSTRUMENT]` and `outcomes reenter --report`
  static let reenter = Command(
    CommandDefinition(
      "reenter", group: .enterScores, summary: "Enter forms a second time, to find errors",
      discussion:
        "Asks at the terminal for the forms that somebody else entered and that have not been "
        + "checked since, by participant. The first entry is not shown. Where the two differ, you "
        + "are asked what the paper says; both entries and the answer stay in the history, and the "
        + "first entry is corrected if it was wrong. --sample 10 takes a tenth of the forms: "
        + "always the same, and a larger sample contains them. With --report it prints the errors "
        + "found so far: by item, by the person who entered first, and in 1,000 answers.",
      positionals: [.checkedTimepoint, .checkedInstrument],
      options: [.sample, .samePerson, .report, .where, .shareRefused],
      sharedOptions: OptionDefinition.forPrinting + [.verify],
      usageTail:
        "TIMEPOINT [INSTRUMENT] [--sample PERCENT] [--same-person] | "
        + "[TIMEPOINT [INSTRUMENT]] --report",
      examples: [
        CommandExample("outcomes reenter day30 --sample 10", "A tenth of the forms of day 30"),
        CommandExample("outcomes reenter day30 phq-9", "One questionnaire of every participant"),
        CommandExample("outcomes reenter --report", "How many errors were found, and where"),
      ])
  ) { read, world throws(Refusal) in
    try read.refuseSharing()
    let program = read.program()
    let question = read.cohortQuestion(in: program)
    let forms = read.checkedForms(in: program)
    if read.arguments.has(.report) {
      let (question, forms, output, _) = try readAll(
        question, forms, read.output(), read.refuseWithReport())
      let table = try await question.table()
      let entries = try await question.open.secondEntries()
      try output.print(
        ReentryReport(
          ReentryAnalysis(
            entries.checked, table, question.selection, timepoint: forms.timepoint?.id,
            instrument: forms.instrument)))
      return .done
    }
    let (open, timepoint, checked, sample, _) = try readAll(
      question, forms.flatMap(ValueReader.requireTimepoint), forms, read.sample(),
      read.refuseWithoutReport())
    guard let terminal = world.terminal() else { throw Refusal.keyedAtTerminalOnly }
    let list = try await open.formsToCheck(
      at: timepoint, checked.instrument, in: sample, byAnybody: read.arguments.has(.samePerson))
    var desk = ReentryDesk(list, in: open.open, at: terminal)
    return try desk.run()
  }
}

extension Refusal {
  fileprivate static let keyedAtTerminalOnly = Refusal(
    .refused,
    Diagnostic(
      "a second entry needs a person at a terminal",
      remedy: "run it at a terminal; a script can read `outcomes reenter --report --format json`"))
}

extension ValueReader {
  /// The timepoint and the instrument of the forms; nil for all.
  fileprivate typealias Forms = (timepoint: Timepoint?, instrument: Instrument?)

  fileprivate func checkedForms(in open: Reading<OpenProgram>) -> Reading<Forms> {
    Reading { () throws(Refusal) in
      let open = try open.get()
      let first = arguments.value(of: .checkedTimepoint)
      let second = arguments.value(of: .checkedInstrument)
      if let first, let second { try open.refuseSwapped(first, second) }
      let (timepoint, instrument) = try readAll(
        first.optionally { open.timepoint(named: $0) },
        second.optionally { name in
          open.instrument(named: name).map { open.program.instruments[$0] }
        })
      return (timepoint, instrument)
    }
  }

  fileprivate static func requireTimepoint(_ forms: Forms) -> Reading<Timepoint> {
    .of(
      forms.timepoint, else: "missing TIMEPOINT: such as baseline or day30",
      remedy: "give the timepoint of the forms to enter a second time, or --report")
  }

  fileprivate func sample() -> Reading<FormSample> {
    value(of: .sample) { text in
      let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
      return .of(
        DecimalText.parse(typed: digits).flatMap(FormSample.init),
        else: "“\(text)” is not a valid percentage",
        remedy: "write a number above 0 and up to 100: --sample 10")
    }.map { $0 ?? .everything }
  }

  fileprivate func refuseWithReport() -> Reading<Void> {
    refuse(
      if: arguments.has(.sample) || arguments.has(.samePerson),
      "--report is about all forms that were entered a second time",
      remedy: "leave out --sample and --same-person")
  }

  fileprivate func refuseWithoutReport() -> Reading<Void> {
    refuse(
      if: arguments.has(.format) || arguments.has(.output),
      "--format and --output need --report", remedy: "leave them out, or add --report")
  }
}

extension PositionalDefinition {
  fileprivate static let checkedTimepoint = PositionalDefinition(
    PositionalDefinition.timepoint.name, help: PositionalDefinition.timepoint.help,
    isOptional: true, completion: .timepoint)
  fileprivate static let checkedInstrument = PositionalDefinition(
    PositionalDefinition.instrument.name, help: "such as ucla-3; default: every instrument",
    isOptional: true, completion: .instrument)
}

extension OptionDefinition {
  fileprivate static let sample = OptionDefinition(
    "sample", valueName: "PERCENT", help: "the percentage of forms to check; default: all")
  fileprivate static let samePerson = OptionDefinition(
    "same-person", help: "also forms that you entered; the history says so")
  fileprivate static let report = OptionDefinition(
    "report", help: "print the errors found so far, of all forms or those named")
}
