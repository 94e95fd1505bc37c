import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes unenroll ID`
  static let unenroll = Command(
    CommandDefinition(
      "unenroll", group: .correctAndTakeBack,
      summary: "Take back an enrollment that was a mistake",
      discussion:
        "The participant no longer counts anywhere, and stays in the history with your reason. It "
        + "is refused as long as assessments count or alerts are open. The id can be enrolled "
        + "again later, for anyone. If a participant was really enrolled and left, use `outcomes "
        + "withdraw` instead: what was recorded then counts.",
      positionals: [.participant], options: [.reason],
      examples: [
        CommandExample(
          "outcomes unenroll P001 --reason 'never came'", "P001 never took part")
      ])
  ) { read, world throws(Refusal) in
    let (open, id, reason) = try readAll(
      read.program(), read.participantID(), read.requiredText(.reason))
    try open.enter { writer throws(Refusal) in
      try open.participant(id, in: &writer).refuseErased()
      let lines = try open.lines(of: id, in: &writer)
      let forms = FormState.all(in: lines.assessments, open.program).map(\.state)
      let problems = forms.compactMap { open.problem(withLeaving: $0) }
      guard problems.isEmpty else { throw Refusal(.refused, problems) }
      let stamp = EntryStamp(moment: world.now(), name: world.recordedBy, reason: reason)
      let events = EnrollmentState([]).events(
        for: id, from: EnrollmentState(lines.events), on: world.today(), stamp)
      try open.write(
        events, forms.flatMap { $0.leaving(stamp, settlesAlerts: false) }, to: &writer)
    }
    world.console.print(
      "\(id) · no longer enrolled; see `outcomes history \(id)`, or take this back with"
        + " `outcomes undo`")
    return .done
  }
}

extension OpenProgram {
  /// The reason why a form keeps its participant enrolled; nil if it does not.
  fileprivate func problem(withLeaving form: FormState) -> Diagnostic? {
    guard let line = form.lines.last else { return nil }
    let name = program.instrument(line.instrument)?.name ?? line.instrument.rawValue
    let place = "\(line.participant) \(line.timepoint) \(line.instrument)"
    if let assessment = form.assessment {
      let score = assessment.score.map(Confirmation.shown) ?? "not scorable"
      return Diagnostic(
        "\(name) of \(line.participant) at \(line.timepoint) counts: \(score), on"
          + " \(assessment.date)",
        remedy: "if it is another participant's, move it with `outcomes move \(place) --to ID`, or"
          + " all of them with `outcomes rename` or `outcomes merge`; if it should not be there,"
          + " void it with `outcomes void \(place)`")
    }
    guard !form.alerts.open.isEmpty else { return nil }
    return Diagnostic(
      "\(name) of \(line.participant) at \(line.timepoint) has an open alert",
      remedy: "say what was done with `outcomes acknowledge \(place) --reason TEXT`")
  }
}
