import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes correct ID TIMEPOINT INSTRUMENT`
  static let correct = Command(
    CommandDefinition(
      "correct", group: .correctAndTakeBack, summary: "Change what was entered",
      discussion:
        "What was entered before stays in the history, with your reason. What you leave out stays "
        + "as it was: the date without --date, and the answers or the total with --date alone. An "
        + "alert raised by an answer stays open, even if the answer is corrected, until it is "
        + "closed with `outcomes acknowledge`.",
      positionals: [.participant, .timepoint, .instrument], alternatives: [.answers, .score],
      needsAlternative: false, options: [.reason, .rightDate],
      usageTail: "ID TIMEPOINT INSTRUMENT [--answers … | --score N] [--date DATE] --reason TEXT",
      examples: [
        CommandExample(
          "outcomes correct P001 day30 ucla-3 --answers 2,1,2 --reason 'misread the form'",
          "The last answer was 2, not 3"),
        CommandExample(
          "outcomes correct P001 day30 ucla-3 --date 2026-02-03 --reason 'typed the wrong day'",
          "The same answers, on another date"),
      ])
  ) { read, world throws(Refusal) in
    let open = try OpenProgram(read)
    let confirmation = try open.enter(asking: true) { writer throws(Refusal) in
      let participant = read.participant(in: open, &writer)
      let history = open.history(of: participant, in: &writer)
      let replaced = read.counting(in: history, of: participant, in: open)
      let (entry, lines, counting, reason, _) = try readAll(
        read.assessmentEntry(of: participant, replacing: replaced, in: open), history, replaced,
        read.requiredText(.reason), read.refuseNothingToChange())
      try entry.refuseSameDate(as: counting, read.arguments)
      return PreparedAssessment(
        entry: entry, history: lines, line: entry.assessment(.correct, reason: reason, world),
        replaced: counting)
    }
    confirmation.print(to: world.console)
    return .done
  }
}

extension ValueReader {
  fileprivate func refuseNothingToChange() -> Reading<Void> {
    let changes: [OptionDefinition] = [.answers, .score, .rightDate]
    return refuse(
      if: !changes.contains(where: arguments.has), "nothing to change",
      remedy: "give " + changes.map(\.synopsis).joined(separator: " or "))
  }
}

extension AssessmentEntry {
  /// Refuses a correction of only the date that does not change the date.
  fileprivate func refuseSameDate(
    as counting: Assessment, _ arguments: ParsedArguments
  ) throws(Refusal) {
    guard !arguments.has(.answers), !arguments.has(.score), counting.date == date else { return }
    throw Refusal(
      .refused,
      Diagnostic(
        "nothing to change: \(instrument.name) of \(participant.id) at \(timepoint.id) already has"
          + " the date \(date)", remedy: "give another date with --date"))
  }
}

extension OptionDefinition {
  fileprivate static let rightDate = OptionDefinition(
    "date", valueName: "DATE",
    help: "the date the form was filled in, YYYY-MM-DD; default: unchanged")
}
