import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes enroll ID`
  static let enroll = Command(
    CommandDefinition(
      "enroll", group: .enterScores, summary: "Add a participant",
      discussion:
        "Use a code, never a name. Every timepoint is counted from the enrollment date. To "
        + "bring back a participant who withdrew, enroll them again with the same id; the first "
        + "enrollment date stays unless --on gives another. If an id or a value looks like one "
        + "that is already known, such as “p001” and “P001”, you are asked about it; without a "
        + "terminal, it is refused. You are also asked about a value of "
        + "four letters or more that is one character away from a known one; without a terminal, "
        + "it is entered with a note. --distinct confirms that the two are different.",
      positionals: [.newParticipant], options: [.on, .set, .distinct],
      examples: [
        CommandExample(
          "outcomes enroll P001 --on 2026-01-05 --set site=North", "P001, at the North site")
      ])
  ) { read, world throws(Refusal) in
    let program = read.program()
    let (open, id, given, set) = try readAll(
      program, read.participantID(), read.pastDate(.on), read.attributeValues(in: program))
    let notes = try open.askAboutLookAlikes(of: id, set, read.arguments)
    let (known, date) = try open.enter { writer throws(Refusal) in
      let events = try refusing(try writer.events(of: id, open.program))
      try refuseTaken(id, events)
      let before = EnrollmentState(events).participant
      if let before, before.withdrawnOn == nil, before.state == .counted {
        throw Refusal(
          .refused,
          Diagnostic(
            "\(id) is already enrolled, since \(before.enrolledOn)",
            remedy: "change the details with `outcomes update \(id)`"))
      }
      if events.isEmpty, let problem = ParticipantID.problem(withNew: id.rawValue) {
        throw Refusal(
          .refused, Diagnostic("“\(id)” is not a valid id for a new participant", remedy: problem))
      }
      let date = given ?? before?.enrolledOn ?? world.today()
      let blank = before?.attributes ?? open.attributes.map { _ in "" }
      let event = ParticipantEvent(
        participant: id, date: date, action: .enroll, recordedAt: world.now(),
        recordedBy: world.recordedBy, reason: "", attributes: set.applied(to: blank))
      try refusing(try writer.append(event))
      return (before, date)
    }
    let due = open.program.timepoints.dropFirst().map {
      "\($0.id) due \($0.target(enrolledOn: date))"
    }
    let enrolled =
      known?.withdrawnOn.map { "enrolled again as of \(date) (had withdrawn on \($0))" }
      ?? "enrolled on \(date)"
    world.console.print(
      (["\(id) · \(enrolled)"] + due).joined(separator: " · "))
    world.console.sayAll(notes)
    return .done
  }
}

/// Refuses an id whose lines are about somebody who has another id now, or was erased: two people
/// would share one history.
private func refuseTaken(_ id: ParticipantID, _ events: [ParticipantEvent]) throws(Refusal) {
  try Participant(events)?.refuseErased()
  if Erasure(interrupted: events) != nil {
    throw Refusal(.refused, .interruptedErasure(of: id))
  }
  if let other = EntryStamp.holder(of: id, events) {
    throw Refusal(.refused, .taken(id, by: other))
  }
}
