import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes withdraw ID`
  static let withdraw = Command(
    CommandDefinition(
      "withdraw", group: .enterScores, summary: "Record that a participant withdrew",
      discussion:
        "Nothing is deleted: assessments up to that date still count. Later ones do not: "
        + "`outcomes show` marks them, and `outcomes check` lists them.",
      positionals: [.participant], options: [.reason, .on],
      examples: [
        CommandExample(
          "outcomes withdraw P001 --reason 'moved away' --on 2026-03-01", "Withdrawn as of March 1")
      ])
  ) { read, world throws(Refusal) in
    let (open, id, given, reason) = try readAll(
      read.program(), read.participantID(), read.pastDate(.on), read.requiredText(.reason))
    let date = given ?? world.today()
    let (before, later) = try open.enter { writer throws(Refusal) in
      let before = try open.participant(id, in: &writer)
      if let withdrawnOn = before.withdrawnOn {
        throw Refusal(.refused, Diagnostic("\(id) already withdrew, on \(withdrawnOn)"))
      }
      if date < before.enrolledOn {
        throw Refusal(
          .refused,
          Diagnostic(
            "\(date) is before \(id) was enrolled, on \(before.enrolledOn)",
            remedy: "give the date of withdrawal with --on DATE"))
      }
      let assessments = Assessment.latest(
        try refusing(try writer.assessments(of: id, open.program)))
      let event = ParticipantEvent(
        participant: id, date: date, action: .withdraw, recordedAt: world.now(),
        recordedBy: world.recordedBy, reason: reason, attributes: before.attributes)
      try refusing(try writer.append(event))
      return (before, assessments.count { $0.date > date })
    }
    world.console.print(
      "\(id) · withdrawn on \(date) (enrolled on \(before.enrolledOn)); scores up to then still"
        + " count")
    if later > 0 {
      let scores =
        later == 1
        ? "1 score after that date no longer counts"
        : "\(later) scores after that date no longer count"
      world.console.print("  \(scores); see `outcomes show \(id)`")
    }
    return .done
  }
}
