import Arguments
import Records
import Reports
import Text

extension Command {
  /// `outcomes acknowledge ID TIMEPOINT INSTRUMENT`
  static let acknowledge = Command(
    CommandDefinition(
      "acknowledge", group: .followUp, summary: "Say what was done about an alert",
      discussion:
        "Closes the open alerts of one form; the reason says what was done, and stays in the "
        + "history. Use it, too, for a form whose risk items have no answer. No score "
        + "changes. If the answer is corrected later to another that needs attention, the alert "
        + "opens again.",
      positionals: [.participant, .timepoint, .instrument], options: [.reason],
      examples: [
        CommandExample(
          "outcomes acknowledge P001 day30 phq-9 --reason 'supervisor called at 14:10'",
          "The alert is closed, with what was done")
      ])
  ) { read, world throws(Refusal) in
    let open = try OpenProgram(read)
    let (line, key, state) = try open.enter { writer throws(Refusal) in
      let participant = read.participant(in: open, &writer, orErased: true)
      let (person, key, history, reason) = try readAll(
        participant, read.assessmentKey(in: open), open.history(of: participant, in: &writer),
        read.requiredText(.reason))
      let state = key.alerts(in: history)
      let line = Assessment(
        participant: person.id, timepoint: key.timepoint.id, instrument: key.instrument.id,
        date: world.today(), answers: nil, score: nil, action: .acknowledge,
        recordedAt: world.now(), recordedBy: world.recordedBy, reason: reason)
      guard !state.isSettled else {
        throw Refusal(
          .refused,
          Diagnostic(
            "\(person.id) has no open alert on \(key.instrument.name) at \(key.timepoint.id)",
            remedy: "see those that are open with `outcomes alerts`"))
      }
      try refusing(try writer.append(line))
      return (line, key, state)
    }
    let answers = state.open.map(key.instrument.words)
    let unknown = state.unknown.map { "\(key.instrument.itemName($0.item)) is not known" }
    world.console.print(
      "\(line.participant) · \(key.timepoint.id) · \(key.instrument.name) acknowledged: "
        + (answers + unknown).joined(separator: "; "))
    return .done
  }
}
