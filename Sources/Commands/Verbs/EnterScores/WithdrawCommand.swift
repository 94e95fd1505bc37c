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
        "By default, the participant is no longer contacted; assessments through that date still "
        + "count. Later ones do not: `outcomes show` marks them, and `outcomes check` lists them. With --scope use, "
        + "what is recorded stays in the files and counts nowhere; `outcomes attrition` says for "
        + "how many. With --scope erase, the id is replaced with a random code in every file of the "
        + "program, attributes and reasons are removed, and the scores count for everyone "
        + "together, in no group; this cannot be undone. It also works after `outcomes "
        + "unenroll`. You are asked first; without a terminal, both need --yes. A scope can be "
        + "widened later.",
      positionals: [.participant], options: [.reason, .on, .scope, .yes],
      examples: [
        CommandExample(
          "outcomes withdraw P001 --reason 'moved away' --on 2026-03-01",
          "Withdrawn as of March 1"),
        CommandExample(
          "outcomes withdraw P001 --scope use --reason 'withdrew consent'",
          "Nothing about P001 counts any longer"),
      ])
  ) { read, world throws(Refusal) in
    let (open, id, given, reason) = try readAll(
      read.program(), read.participantID(), read.pastDate(.on), read.requiredText(.reason))
    let scope = read.choice(.scope) ?? WithdrawalScope.contact
    let interrupted = scope == .erase ? try open.interruptedErasure(of: id) : nil
    if scope == .erase { try refuseErasing(id, reason) }
    func withdrawal(
      of participant: Participant, _ history: [Assessment], misfiled: [MisfiledForm] = []
    ) throws(Refusal) -> Withdrawal {
      let withdrawal = try Withdrawal(
        participant, scope, on: given, today: world.today(), history, misfiled: misfiled)
      try withdrawal.refuseOpenAlerts(history, open.program)
      return withdrawal
    }
    // Nothing is locked while the question waits for an answer.
    if scope != .contact, interrupted == nil {
      let (participant, lines) = try open.lines(of: id, orUnenrolled: scope == .erase)
      let question = try withdrawal(
        of: participant, lines.assessments,
        misfiled: scope == .erase ? open.misfiledForms(of: id) : []
      ).question
      if let question { try read.requireConsent(question) }
    }
    if scope == .erase { try await open.requireSeals() }
    let words = try open.enter { writer throws(Refusal) in
      let former =
        scope != .erase
        ? []
        : try open.formerIDs(of: id) { id throws(Refusal) in try open.lines(of: id, in: &writer) }
      for id in former { try refuseErasing(id, reason) }
      if interrupted != nil {
        return try open.erase(id, former: former, nil, reason: reason, &writer).words(of: id)
      }
      let withdrawal = try withdrawal(
        of: open.participant(id, in: &writer, orUnenrolled: scope == .erase),
        refusing(try writer.assessments(of: id, open.program)))
      if scope == .erase {
        return try open.erase(id, former: former, withdrawal, reason: reason, &writer)
          .words(of: id)
          + former.reversed().map { "  likewise \($0), an id of the same participant before" }
      }
      let event = ParticipantEvent(
        participant: id, date: withdrawal.date, action: scope == .use ? .withdrawUse : .withdraw,
        recordedAt: world.now(), recordedBy: world.recordedBy, reason: reason,
        attributes: withdrawal.participant.attributes)
      try refusing(try writer.append(event))
      return withdrawal.words
    }
    for line in words { world.console.print(line) }
    return .done
  }
}

/// Refuses an id that cannot be found in texts, and a reason that would name the participant for
/// ever.
private func refuseErasing(_ id: ParticipantID, _ reason: String) throws(Refusal) {
  guard Erasure(of: id, as: id).mayBeNamed(in: reason) else { return }
  throw Refusal(
    .wrongCommandLine,
    Diagnostic(
      "the reason names \(id), and it stays in the history",
      remedy: "write a reason that does not say whose records these are"))
}

extension OpenProgram {
  /// Returns the forms of a participant, with all ids, that were filed under others first.
  fileprivate func misfiledForms(of id: ParticipantID) throws(Refusal) -> [MisfiledForm] {
    func lines(_ id: ParticipantID) throws(Refusal) -> ParticipantLines {
      try refusing(try folder.lines(of: id, program))
    }
    return try misfiledForms(of: formerIDs(of: id, lines) + [id], lines)
  }
}
