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
        "What is left out is asked for at the terminal, question by question: with an id, every "
        + "form that is due; without one, those of one participant after another. Without a "
        + "terminal, and with --no-input, it must be on the command line. The answers are checked "
        + "and scored before anything is written. An entry that is possible but unlikely, such as "
        + "a date outside the window, is asked about; without a terminal it is entered with a "
        + "note. A second record for the same participant, timepoint and instrument is refused: "
        + "use `outcomes correct`. If every answer has one digit, the commas can be left out: "
        + "--answers 213.",
      positionals: [.participant, .timepoint, .instrument], alternatives: [.answers, .score],
      asksForMissing: true, options: [.date, .dueOrder],
      examples: [
        CommandExample("outcomes record P001", "Asks for every form that P001 is due for"),
        CommandExample(
          "outcomes record P001 day30 ucla-3 --answers 2,1,3",
          "P001's loneliness questionnaire at day 30"),
        CommandExample(
          "outcomes record P001 day30 phq-9 --score 7 --date 2026-02-04",
          "Only the total is known, from a form filled in earlier"),
      ])
  ) { read, world throws(Refusal) in
    if let terminal = world.terminal(), !read.hasWholeAssessment {
      var desk = try EntryDesk(read, at: terminal)
      return try await desk.run()
    }
    let open = try OpenProgram(read)
    let confirmation = try open.enter(asking: !read.arguments.has(.noInput)) {
      writer throws(Refusal) in
      let participant = read.participant(in: open, &writer)
      let (entry, history) = try readAll(
        read.assessmentEntry(of: participant, in: open), open.history(of: participant, in: &writer))
      try entry.key.refuseSecond(in: history, of: entry.participant)
      return PreparedAssessment(
        entry: entry, history: history, line: entry.assessment(.record, reason: "", world))
    }
    confirmation.print(to: world.console)
    return .done
  }
}

extension ValueReader {
  /// True if the command line leaves out nothing that is needed.
  fileprivate var hasWholeAssessment: Bool {
    arguments.value(of: .instrument) != nil
      && (arguments.has(.answers) || arguments.has(.score))
  }
}
