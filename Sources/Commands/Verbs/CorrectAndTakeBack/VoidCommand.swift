import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes void ID TIMEPOINT INSTRUMENT`
  static let void = Command(
    CommandDefinition(
      "void", group: .correctAndTakeBack, summary: "Void an assessment entered by mistake",
      discussion:
        "For an assessment that should not be there at all, such as another person's. It stays in "
        + "the history, with your reason, and no longer counts.",
      positionals: [.participant, .timepoint, .instrument], options: [.reason],
      examples: [
        CommandExample(
          "outcomes void P001 day30 ucla-3 --reason 'this form was P010’s'", "It no longer counts")
      ])
  ) { read, world throws(Refusal) in
    let open = try OpenProgram(read)
    let (key, history, counted, line) = try open.enter { writer throws(Refusal) in
      let participant = read.participant(in: open, &writer)
      let history = open.history(of: participant, in: &writer)
      let (key, lines, counted, reason) = try readAll(
        read.assessmentKey(in: open), history,
        read.counting(in: history, of: participant, in: open), read.requiredText(.reason))
      var line = counted
      (line.answers, line.score, line.action) = (nil, nil, .void)
      (line.recordedAt, line.recordedBy, line.reason) = (world.now(), world.recordedBy, reason)
      try refusing(try writer.append(line))
      return (key, lines, counted, line)
    }
    let attention = AttentionNotes(key, history, line, open.program)
    world.console.sayAll(attention.alerts)
    let score = counted.score.map(Confirmation.shown) ?? "not scorable"
    world.console.print(
      "\(line.participant) · \(key.timepoint.id) · \(key.instrument.name) no longer counts"
        + " (was \(score))")
    for line in attention.lines { world.console.print(line) }
    return .done
  }
}
