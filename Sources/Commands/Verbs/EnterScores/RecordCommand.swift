import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes record ID TIMEPOINT INSTRUMENT`
  static let record = Command(
    CommandDefinition(
      "record", group: .enterScores, summary: "Enter a participant's answers",
      discussion:
        "The answers are checked and scored before anything is written. A second record for the same "
        + "participant, timepoint and instrument is refused: use `outcomes correct`. Where every answer "
        + "has one digit, they may be written without commas: --answers 213.",
      positionals: [.participant, .timepoint, .instrument], alternatives: [.answers, .score],
      options: [.date],
      examples: [
        CommandExample(
          "outcomes record P001 day30 ucla-3 --answers 2,1,3", "Loneliness of P001 at day 30"),
        CommandExample(
          "outcomes record P001 day30 phq-9 --score 7 --date 2026-02-04",
          "Only the total is known, and the day was not today"),
      ])
  ) { arguments, world throws(Refusal) in
    let open = try OpenProgram(arguments, world)
    let entry = try AssessmentEntry(arguments, open)
    let line = entry.assessment(.record, reason: "", world)
    let (participant, history) = try open.write { writer throws(Problems) in
      let participant = try entry.enrolledParticipant(open, &writer)
      let history = try writer.assessments(of: participant.id, open.program)
      try entry.key.refuseSecond(in: Assessment.latest(history), of: participant.id)
      try writer.append(line)
      return (participant, history)
    }
    Confirmation(entry, of: participant, history, line, open.program).print(to: world.console)
    return .done
  }
}
