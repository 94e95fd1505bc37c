import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes void ID TIMEPOINT INSTRUMENT`
  static let void = Command(
    CommandDefinition(
      "void", group: .enterScores, summary: "Take back what was entered",
      discussion:
        "For an assessment that should not be there at all, such as one of somebody else. It stays "
        + "in the history, with your reason, and no longer counts.",
      positionals: [.participant, .timepoint, .instrument], options: [.reason],
      examples: [
        CommandExample(
          "outcomes void P001 day30 ucla-3 --reason 'this form was P010’s'", "It no longer counts")
      ])
  ) { arguments, world throws(Refusal) in
    let open = try OpenProgram(arguments, world)
    var values = ValueReader(arguments)
    let id = values.participantID()
    let reason = values.text(.reason)
    let key = AssessmentKey(&values, open.program)
    try values.finish()
    guard let id, let key else { return .wrongCommandLine }
    let (history, counted, line) = try open.write { writer throws(Problems) in
      _ = try open.participant(id, in: &writer)
      let history = try writer.assessments(of: id, open.program)
      let counted = try key.require(in: Assessment.latest(history), of: id)
      var line = counted
      (line.answers, line.score, line.action) = (nil, nil, .void)
      (line.recordedAt, line.recordedBy, line.reason) = (world.now(), world.recordedBy, reason)
      try writer.append(line)
      return (history, counted, line)
    }
    let attention = AttentionNotes(key, history, line, open.program)
    world.console.sayAll(attention.alerts)
    let score = counted.score.map(Confirmation.shown) ?? "not scorable"
    world.console.print(
      "\(id) · \(key.timepoint.id) · \(key.instrument.name) no longer counts (was \(score))")
    for line in attention.lines { world.console.print(line) }
    return .done
  }
}
