import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes correct ID TIMEPOINT INSTRUMENT`
  static let correct = Command(
    CommandDefinition(
      "correct", group: .enterScores, summary: "Change what was entered",
      discussion:
        "What was entered before stays in the history, with your reason. What you leave out stays as "
        + "it was: without --date the day, with --date alone the answers or the total. A total says "
        + "nothing of a single answer: an alert that an answer raised stays until another answer takes "
        + "its place.",
      positionals: [.participant, .timepoint, .instrument], alternatives: [.answers, .score],
      needsAlternative: false, options: [.reason, .rightDate],
      usageTail: "ID TIMEPOINT INSTRUMENT [--answers … | --score N] [--date DATE] --reason TEXT",
      examples: [
        CommandExample(
          "outcomes correct P001 day30 ucla-3 --answers 2,1,2 --reason 'misread the form'",
          "The last answer was 2, not 3"),
        CommandExample(
          "outcomes correct P001 day30 ucla-3 --date 2026-02-03 --reason 'typed the wrong day'",
          "The same answers, given a day earlier"),
      ])
  ) { arguments, world throws(Refusal) in
    let open = try OpenProgram(arguments, world)
    let reason = try reason(of: arguments)
    while true {
      let seen = try open.assessment(arguments)
      let entry = try AssessmentEntry(arguments, open, replacing: seen)
      let line = entry.assessment(.correct, reason: reason, world)
      let written: (Participant, [Assessment])? = try open.write { writer throws(Problems) in
        let participant = try entry.enrolledParticipant(open, &writer)
        let history = try writer.assessments(of: participant.id, open.program)
        let counting = try entry.key.require(in: Assessment.latest(history), of: participant.id)
        // What stays as it was is what counts now: somebody else may have changed it meanwhile.
        guard counting == seen else { return nil }
        try entry.refuseSameDate(as: counting, arguments)
        try writer.append(line)
        return (participant, history)
      }
      guard let (participant, history) = written else { continue }
      Confirmation(entry, of: participant, history, line, open.program, replaced: seen)
        .print(to: world.console)
      return .done
    }
  }

  private static func reason(of arguments: ParsedArguments) throws(Refusal) -> String {
    var values = ValueReader(arguments)
    let reason = values.text(.reason)
    let changes: [OptionDefinition] = [.answers, .score, .rightDate]
    if !changes.contains(where: arguments.has) {
      values.report(
        "nothing to change",
        remedy: "give one of " + changes.map(\.synopsis).joined(separator: ", "))
    }
    try values.finish()
    return reason
  }
}

extension AssessmentEntry {
  /// Refuses a correction of the date alone that leaves the date as it was.
  fileprivate func refuseSameDate(
    as counting: Assessment, _ arguments: ParsedArguments
  ) throws(Problems) {
    guard !arguments.has(.answers), !arguments.has(.score), counting.date == date else { return }
    throw Problems(
      Diagnostic(
        "nothing to change: \(instrument.name) of \(participant) at \(timepoint.id) has the date"
          + " \(date) already", remedy: "give another --date"))
  }
}

extension OpenProgram {
  /// The assessment that is to be corrected, nil where anything about it is wrong: that is said
  /// later, together with everything else.
  fileprivate func assessment(_ arguments: ParsedArguments) throws(Refusal) -> Assessment? {
    var reader = ValueReader(arguments)
    guard let key = AssessmentKey(&reader, program),
      let id = ParticipantID(rawValue: arguments.requiredValue(of: .participant))
    else { return nil }
    let history = try refusing { () throws(Problems) in try folder.assessments(of: id, program) }
    return key.find(in: Assessment.latest(history))
  }
}

extension OptionDefinition {
  fileprivate static let rightDate = OptionDefinition(
    "date", valueName: "DATE", help: "the day it was filled in, YYYY-MM-DD; else the day stays")
}
