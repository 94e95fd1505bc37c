import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes update ID`
  static let update = Command(
    CommandDefinition(
      "update", group: .enterScores,
      summary: "Change a participant's attributes or enrollment date",
      discussion:
        "What was known before stays in the history. An empty value, --set site=, removes what "
        + "was known. If a value looks like one that other "
        + "participants have, such as “north” and “North”, you are asked about it; without a "
        + "terminal, it is refused. You are also asked about a value of "
        + "four letters or more that is one character away from a known one; without a terminal, "
        + "it is entered with a note. --distinct confirms that the two are different.",
      positionals: [.participant], options: [.reason, .set, .newDate, .distinct],
      examples: [
        CommandExample(
          "outcomes update P001 --set site=South --reason 'moved'",
          "P001 now attends the South site")
      ])
  ) { read, world throws(Refusal) in
    let program = read.program()
    let (open, id, date, set, reason, _) = try readAll(
      program, read.participantID(), read.pastDate(.newDate), read.attributeValues(in: program),
      read.requiredText(.reason),
      read.refuse(
        if: !read.arguments.has(.newDate) && !read.arguments.has(.set), "nothing to change",
        remedy: "give \(OptionDefinition.set.synopsis) or --on DATE"))
    let notes = try open.askAboutLookAlikes(of: id, set, read.arguments)
    let (event, early) = try open.enter { writer throws(Refusal) in
      let before = try open.participant(id, in: &writer)
      try before.refuseErased()
      let event = ParticipantEvent(
        participant: id, date: date ?? before.enrolledOn, action: .update, recordedAt: world.now(),
        recordedBy: world.recordedBy, reason: reason,
        attributes: set.applied(to: before.attributes))
      let early =
        date == nil
        ? []
        : Assessment.latest(try refusing(try writer.assessments(of: id, open.program)))
          .filter { $0.date < event.date }
      try refusing(try writer.append(event))
      return (event, early)
    }
    let known = zip(open.attributes, event.attributes).map {
      "\($0) \($1.isEmpty ? "not given" : $1)"
    }
    world.console.print(
      (["\(id) · enrolled on \(event.date)"] + known).joined(separator: " · "))
    world.console.sayAll(notes + early.map { Diagnostic(early: $0, event.date) })
    return .done
  }
}

extension Diagnostic {
  /// The note about a form that is now dated before the enrollment.
  fileprivate init(early form: Assessment, _ enrolledOn: CalendarDate) {
    self.init(
      "\(form.instrument) of \(form.participant) at \(form.timepoint) is dated \(form.date),"
        + " before the enrollment on \(enrolledOn)",
      remedy: "it was entered as typed; correct the date of the form, or take this back with"
        + " `outcomes undo`")
  }
}

extension OptionDefinition {
  fileprivate static let newDate = OptionDefinition(
    "on", valueName: "DATE", help: "the right enrollment date, YYYY-MM-DD")
}
