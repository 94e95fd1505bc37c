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
        + "it is entered with a note. --distinct confirms that the two are different. If a "
        + "participant withdrew consent to the use of their data, it asks whether they consent "
        + "again; without a terminal, it needs --yes.",
      positionals: [.newParticipant], options: [.on, .set, .distinct, .yes],
      examples: [
        CommandExample(
          "outcomes enroll P001 --on 2026-01-05 --set site=North", "P001, at the North site")
      ])
  ) { read, world throws(Refusal) in
    let program = read.program()
    let (open, id, given, set) = try readAll(
      program, read.participantID(), read.pastDate(.on), read.attributeValues(in: program))
    let notes = try open.askAboutLookAlikes(of: id, set, read.arguments)
    var consents = read.arguments.has(.yes)
    while true {
      let outcome = try open.enter { writer throws(Refusal) in
        let events = try refusing(try writer.events(of: id, open.program))
        try refuseTaken(id, events)
        if events.isEmpty, let problem = ParticipantID.problem(withNew: id.rawValue) {
          throw Refusal(
            .refused,
            Diagnostic("“\(id)” is not a valid id for a new participant", remedy: problem))
        }
        let before = EnrollmentState(events).participant
        if let before, before.state == .unused, let day = before.withdrawnOn, !consents {
          return EnrollOutcome.needsConsent(withdrawnOn: day)
        }
        let event = try set.enrollment(of: id, on: given, after: before, in: open)
        try refusing(try writer.append(event))
        return .enrolled(after: before, on: event.date)
      }
      switch outcome {
      case .needsConsent(let day):
        // Others can write while the question waits for an answer.
        try read.requireConsent(
          "\(id) withdrew consent to the use of their data on \(day): everything recorded will"
            + " count again. Do they consent again?")
        consents = true
      case .enrolled(let known, let date):
        world.console.print(confirmation(of: id, on: date, after: known, open.program))
        world.console.sayAll(notes)
        return .done
      }
    }
  }
}

private enum EnrollOutcome {
  case enrolled(after: Participant?, on: CalendarDate)
  /// What was recorded of the participant counts nowhere until they consent again.
  case needsConsent(withdrawnOn: CalendarDate)
}

extension AttributeValues {
  /// The line that enrolls a participant with these values.
  /// - Parameters:
  ///   - given: the day that was typed; by default that of an earlier enrollment, or else today.
  ///   - before: what was recorded of the participant before; nil for a new one.
  fileprivate func enrollment(
    of id: ParticipantID, on given: CalendarDate?, after before: Participant?, in open: OpenProgram
  ) throws(Refusal) -> ParticipantEvent {
    if let before, before.withdrawnOn == nil, before.state == .counted {
      throw Refusal(
        .refused,
        Diagnostic(
          "\(id) is already enrolled, since \(before.enrolledOn)",
          remedy: "change the details with `outcomes update \(id)`"))
    }
    let world = open.world
    let blank = before?.attributes ?? open.attributes.map { _ in "" }
    return ParticipantEvent(
      participant: id, date: given ?? before?.enrolledOn ?? world.today(), action: .enroll,
      recordedAt: world.now(), recordedBy: world.recordedBy, reason: "",
      attributes: applied(to: blank))
  }
}

/// The line to print: `P001 · enrolled on 2026-01-05 · day30 due 2026-02-04`.
private func confirmation(
  of id: ParticipantID, on date: CalendarDate, after known: Participant?, _ program: Program
) -> String {
  let due = program.timepoints.dropFirst().map { "\($0.id) due \($0.target(enrolledOn: date))" }
  let enrolled =
    known?.withdrawnOn.map { "enrolled again as of \(date) (had withdrawn on \($0))" }
    ?? "enrolled on \(date)"
  return (["\(id) · \(enrolled)"] + due).joined(separator: " · ")
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
