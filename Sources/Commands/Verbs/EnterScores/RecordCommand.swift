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
        "The answers are checked and scored before anything is written. A second record for the "
        + "same participant, timepoint and instrument is refused: use `outcomes correct`. If "
        + "every answer has one digit, the commas can be left out: --answers 213.",
      positionals: [.participant, .timepoint, .instrument], alternatives: [.answers, .score],
      options: [.date],
      examples: [
        CommandExample(
          "outcomes record P001 day30 ucla-3 --answers 2,1,3",
          "P001's loneliness questionnaire at day 30"),
        CommandExample(
          "outcomes record P001 day30 phq-9 --score 7 --date 2026-02-04",
          "Only the total is known, from a form filled in earlier"),
      ])
  ) { read, world throws(Refusal) in
    let open = try OpenProgram(read)
    let confirmation = try open.enter { writer throws(Refusal) in
      let participant = read.participant(in: open, &writer)
      let (entry, history) = try readAll(
        read.assessmentEntry(of: participant, in: open), open.history(of: participant, in: &writer))
      try entry.key.refuseSecond(in: history, of: entry.participant)
      let line = entry.assessment(.record, reason: "", world)
      try refusing(try writer.append(line))
      return Confirmation(entry, history, line, open.program)
    }
    confirmation.print(to: world.console)
    return .done
  }
}
