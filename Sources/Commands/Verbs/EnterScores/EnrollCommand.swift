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
        "Use a code, never a name. Every timepoint is counted from the day of enrollment. Somebody "
        + "who withdrew is enrolled again with the same id, and keeps the first day unless --on says "
        + "otherwise. An id or a value that looks like one that is known already, such as “p001” "
        + "beside “P001”, is asked about, and refused where there is no terminal: --distinct says that "
        + "they are two.",
      positionals: [.participant], options: [.on, .set, .distinct],
      examples: [
        CommandExample("outcomes enroll P001 --on 2026-01-05 --set site=North", "P001, at North")
      ])
  ) { read, world throws(Refusal) in
    let program = read.program()
    let (open, id, given, set) = try readAll(
      program, read.participantID(), read.pastDate(.on), read.attributeValues(in: program))
    try open.refuseLookAlikes(of: id, set, read.arguments)
    let (known, date) = try open.enter { writer throws(Refusal) in
      let before = Participant(try refusing(try writer.events(of: id, open.program)))
      if let before, before.withdrawnOn == nil {
        throw Refusal(
          .refused,
          Diagnostic(
            "\(id) is enrolled already, since \(before.enrolledOn)",
            remedy: "change what is known with `outcomes update \(id)`"))
      }
      if before == nil, let problem = ParticipantID.problem(withNew: id.rawValue) {
        throw Refusal(
          .refused, Diagnostic("“\(id)” cannot be the id of somebody new", remedy: problem))
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
      "\($0.id) due \(date.adding(days: $0.day))"
    }
    let enrolled =
      known?.withdrawnOn.map { "enrolled again as of \(date) (had withdrawn on \($0))" }
      ?? "enrolled on \(date)"
    world.console.print(
      (["\(id) · \(enrolled)"] + due).joined(separator: " · "))
    return .done
  }
}
