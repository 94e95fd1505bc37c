import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes update ID`
  static let update = Command(
    CommandDefinition(
      "update", group: .enterScores, summary: "Change what is known of a participant",
      discussion:
        "Changes attributes or the day of enrollment; what was known before stays in the history. A "
        + "value that looks like one that others have, such as “north” beside “North”, is asked about, "
        + "and refused where there is no terminal: --distinct says that they are two.",
      positionals: [.participant], options: [.reason, .set, .newDate, .distinct],
      examples: [
        CommandExample(
          "outcomes update P001 --set site=South --reason 'moved'", "P001 is at South now")
      ])
  ) { arguments, world throws(Refusal) in
    let open = try OpenProgram(arguments, world)
    var values = ParticipantValues(arguments, open)
    let id = values.reader.participantID()
    let date = values.date(.newDate)
    let set = values.attributes()
    let reason = values.reader.text(.reason)
    if date == nil, set.values.isEmpty {
      values.reader.report(
        "nothing to change", remedy: "give \(OptionDefinition.set.synopsis) or --on DATE")
    }
    guard let id = try values.finish(id) else { return .wrongCommandLine }
    try open.refuseLookAlikes(of: id, set.values, arguments)
    let event = try open.write { writer throws(Problems) in
      let before = try open.participant(id, in: &writer)
      let event = ParticipantEvent(
        participant: id, date: date ?? before.enrolledOn, action: .update, recordedAt: world.now(),
        recordedBy: world.recordedBy, reason: reason,
        attributes: set.applied(to: before.attributes))
      try writer.append(event)
      return event
    }
    let known = zip(open.attributes, event.attributes).map {
      "\($0) \($1.isEmpty ? "unknown" : $1)"
    }
    world.console.print(
      (["\(id) · enrolled on \(event.date)"] + known).joined(separator: " · "))
    return .done
  }
}

extension OptionDefinition {
  fileprivate static let newDate = OptionDefinition(
    "on", valueName: "DATE", help: "the right day of enrollment, YYYY-MM-DD")
}
