import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes rename ID NEW`
  static let rename = Command(
    CommandDefinition(
      "rename", group: .correctAndTakeBack, summary: "Change a participant's id",
      discussion:
        "The new id is enrolled with the same day, attributes and withdrawal; every assessment, "
        + "skip, open alert and acknowledgment moves with it; and the old id is no longer "
        + "enrolled: all or nothing. The lines under the old id stay in the history. If the new id "
        + "is that of a participant, use `outcomes merge`.",
      positionals: [.participant, .newID], options: [.reason, .distinct],
      examples: [
        CommandExample("outcomes rename P0O1 P001 --reason 'typed an O'", "With all its forms")
      ])
  ) { read, world throws(Refusal) in
    let (open, id, new, reason) = try readAll(
      read.program(), read.participantID(), read.newID(), read.requiredText(.reason))
    _ = try open.askAboutLookAlikes(
      of: new, AttributeValues(values: [:]), read.arguments, besides: id)
    let stamp = EntryStamp(
      moment: world.now(), name: world.recordedBy,
      head: "\(EntryStamp.Verb.renamed) \(id) to \(new)", reason: reason)
    let (transfer, lines, history) = try open.enter { writer throws(Refusal) in
      let participant = try open.participant(id, in: &writer)
      let own = try open.lines(of: id, in: &writer)
      let other = try open.lines(of: new, in: &writer)
      try open.refuseRename(of: participant, to: new, other)
      let (old, before) = (EnrollmentState(own.events), EnrollmentState(other.events))
      let events =
        old.events(for: new, from: before, on: world.today(), stamp)
        + EnrollmentState([]).events(for: id, from: old, on: world.today(), stamp)
      let transfer = FormTransfer(
        of: own.assessments, to: new, other.assessments, open.program)
      let lines = transfer.lines(stamp)
      try open.write(events, lines, to: &writer)
      return (transfer, lines, other.assessments)
    }
    open.sayAlerts(after: lines.filter { $0.participant == new }, history)
    world.console.print("\(new) · renamed from \(id)\(transfer.words)")
    return .done
  }
}

extension OpenProgram {
  fileprivate func refuseRename(
    of participant: Participant, to new: ParticipantID, _ other: ParticipantLines
  ) throws(Refusal) {
    try participant.refuseErased()
    let id = participant.id
    var problems: [Diagnostic] = []
    if new == id {
      problems.append(Diagnostic("\(id) already has this id", remedy: "give another one"))
    } else if let holder = EntryStamp.holder(of: new, other.events), holder != id {
      problems.append(.taken(new, by: holder))
    } else if EnrollmentState(other.events).participant != nil {
      problems.append(
        Diagnostic(
          "\(new) is already a participant",
          remedy: "if both are the same person, use `outcomes merge \(id) --into \(new)`"))
    } else if other.events.isEmpty, let problem = ParticipantID.problem(withNew: new.rawValue) {
      problems.append(
        Diagnostic("“\(new)” is not a valid id for a new participant", remedy: problem))
    }
    guard problems.isEmpty else { throw Refusal(.refused, problems) }
  }
}

extension Diagnostic {
  /// The refusal of an id that somebody had before being renamed or merged: two people would share
  /// one history.
  static func taken(_ id: ParticipantID, by holder: ParticipantID) -> Diagnostic {
    Diagnostic(
      "“\(id)” was an earlier id of “\(holder)”, and its history belongs to that participant",
      remedy: "use an id that was never used")
  }
}

extension Participant {
  /// Refuses to change anything about a participant whose id was erased.
  func refuseErased() throws(Refusal) {
    guard isErased else { return }
    throw Refusal(
      .refused,
      Diagnostic(
        "\(id) is the code of a participant who was erased: nobody can tell whose forms these are",
        remedy: state == .erased
          ? "what was recorded counts for everyone together, and stays as it is"
          : "what was recorded counts nowhere, and stays as it is"))
  }
}

extension ValueReader {
  fileprivate func newID() -> Reading<ParticipantID> {
    participantID(arguments.requiredValue(of: .newID))
  }
}

extension PositionalDefinition {
  fileprivate static let newID = PositionalDefinition("NEW", help: "the right id")
}
