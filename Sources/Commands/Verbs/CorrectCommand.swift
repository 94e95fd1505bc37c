import Records
import Storage
import Text

extension Command {
  /// `outcomes correct ID TIMEPOINT INSTRUMENT`
  static let correct = Command(
    CommandDefinition(
      "correct", group: .enterScores, summary: "Mend what was entered",
      discussion:
        "What was entered before stays in the history, with your reason. Without --date the day "
        + "stays as it was.",
      positionals: [.participant, .timepoint, .instrument], alternatives: [.answers, .score],
      options: [.reason, .date],
      usageTail: "ID TIMEPOINT INSTRUMENT (--answers … | --score N) --reason TEXT [--date DATE]",
      examples: [
        CommandExample(
          "outcomes correct P001 day30 ucla-3 --answers 2,1,2 --reason 'misread the form'",
          "The last answer was 2, not 3")
      ])
  ) { arguments, world throws(Refusal) in
    let open = try OpenProgram(arguments, world)
    var values = ValueReader(arguments)
    let reason = values.text(.reason)
    try values.finish()
    let entry = try AssessmentEntry(arguments, open, usualDate: try open.dateSoFar(arguments))
    let id = entry.participant.id
    let (known, standing) = try open.write { writer throws(Problems) in
      let known = Assessment.latest(try open.folder.assessments(of: id, open.program))
      let standing = try entry.key.require(in: known, of: id)
      try writer.append(entry.assessment(.correct, reason: reason, world))
      return (known, standing)
    }
    Confirmation(entry, known, open.program).print(to: world.console, corrected: standing)
    return .done
  }
}

extension OpenProgram {
  /// The day of the assessment that is to be corrected, nil where anything about it is wrong: that is
  /// said later, together with everything else.
  fileprivate func dateSoFar(_ arguments: ParsedArguments) throws(Refusal) -> CalendarDate? {
    var reader = ValueReader(arguments)
    guard let key = AssessmentKey(&reader, program),
      let id = ParticipantID(rawValue: arguments.requiredValue(of: .participant))
    else { return nil }
    let history = try refusing { () throws(Problems) in try folder.assessments(of: id, program) }
    return key.find(in: Assessment.latest(history))?.date
  }
}
