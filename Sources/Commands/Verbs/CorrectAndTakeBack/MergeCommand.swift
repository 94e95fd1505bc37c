import Arguments
import Records
import Storage
import Text

extension Command {
  /// `outcomes merge ID --into ID`
  static let merge = Command(
    CommandDefinition(
      "merge", group: .correctAndTakeBack,
      summary: "Combine two ids that belong to one participant",
      discussion:
        "Every assessment, skip, open alert and acknowledgment of the first id is recorded under "
        + "the second, and the first is no longer enrolled: all or nothing. An attribute that only "
        + "the first has moves with it. If both have the same form, or their enrollment dates, "
        + "attributes or withdrawals differ, every difference is listed and nothing is changed. It "
        + "asks first; without a terminal, it needs --yes.",
      positionals: [.participant], options: [.into, .reason, .yes],
      examples: [
        CommandExample(
          "outcomes merge P017 --into P001 --reason 'enrolled twice'",
          "All forms of P017 become P001's")
      ])
  ) { read, world throws(Refusal) in
    let (open, id, target, reason) = try readAll(
      read.program(), read.participantID(), read.mergeTarget(), read.requiredText(.reason))
    let (participant, own) = try open.lines(of: id)
    let (other, others) = try open.lines(of: target)
    for each in [participant, other] { try each.refuseErased() }
    let merge = Merge(
      participant, other,
      FormTransfer(of: own.assessments, to: target, others.assessments, open.program), open)
    let problems = merge.problems
    guard problems.isEmpty else { throw Refusal(.refused, problems) }
    try read.requireConsent(merge.question)
    let stamp = EntryStamp(
      moment: world.now(), name: world.recordedBy,
      head: "\(EntryStamp.Verb.merged) \(id) into \(target)",
      reason: reason)
    let lines = merge.transfer.lines(stamp)
    try open.enter { writer throws(Refusal) in
      guard try open.lines(of: id, in: &writer) == own,
        try open.lines(of: target, in: &writer) == others
      else {
        throw Refusal(
          .refused,
          Diagnostic(
            "\(id) or \(target) was changed in the meantime by another command",
            remedy: "run this again; nothing was changed"))
      }
      let events = EnrollmentState([]).events(
        for: id, from: EnrollmentState(own.events), on: world.today(), stamp)
      try open.write(merge.update(stamp, movesForms: !lines.isEmpty) + events, lines, to: &writer)
    }
    open.sayAlerts(after: lines.filter { $0.participant == target }, others.assessments)
    world.console.print("\(target) · \(id) is merged into it\(merge.transfer.words)")
    return .done
  }
}

/// Two participants who are the same person.
private struct Merge {
  private let own: Participant
  private let other: Participant
  let transfer: FormTransfer
  private let open: OpenProgram

  init(_ own: Participant, _ other: Participant, _ transfer: FormTransfer, _ open: OpenProgram) {
    (self.own, self.other, self.transfer, self.open) = (own, other, transfer, open)
  }

  var question: String {
    "everything under \(own.id)\(transfer.words) will move to \(other.id), and \(own.id) will no"
      + " longer be enrolled. Are \(own.id) and \(other.id) the same person?"
  }

  /// The line with the attributes that only the first has. If there are none, it is written only
  /// where no form goes along: at least one line of the id that stays must name the other one.
  func update(_ stamp: EntryStamp, movesForms: Bool) -> [ParticipantEvent] {
    let attributes = zip(own.attributes, other.attributes).map { $1.isEmpty ? $0 : $1 }
    guard attributes != other.attributes || !movesForms else { return [] }
    return [
      ParticipantEvent(
        participant: other.id, date: other.enrolledOn, action: .update, recordedAt: stamp.moment,
        recordedBy: stamp.name, reason: stamp.text, attributes: attributes)
    ]
  }

  /// Everything in which the two contradict each other.
  var problems: [Diagnostic] {
    if own.id == other.id {
      return [Diagnostic("\(own.id) cannot be merged into itself", remedy: "give another id")]
    }
    return details + transfer.conflicts.map(problem)
  }

  private var details: [Diagnostic] {
    var found: [Diagnostic] = []
    func require(_ name: String, _ first: String, _ second: String, commands: String = Self.update)
    {
      guard first != second else { return }
      found.append(
        Diagnostic(
          "\(name): \(first) for \(own.id), \(second) for \(other.id)",
          remedy: "make both the same with \(commands)"))
    }
    require("enrollment date", "\(own.enrolledOn)", "\(other.enrolledOn)")
    require(
      "withdrawal", Self.withdrawal(own), Self.withdrawal(other),
      commands: "`outcomes withdraw` or `outcomes enroll`")
    for (name, values) in zip(open.attributes, zip(own.attributes, other.attributes))
    where !values.0.isEmpty && !values.1.isEmpty {
      require(name, "“\(values.0)”", "“\(values.1)”")
    }
    return found
  }

  private static let update = "`outcomes update`"

  private static func withdrawal(_ participant: Participant) -> String {
    let scope = participant.state == .unused ? ", from use" : ""
    return participant.withdrawnOn.map { "on \($0)\(scope)" } ?? "none"
  }

  private func problem(_ conflict: FormTransfer.Conflict) -> Diagnostic {
    let instrument = open.program.instrument(conflict.key.instrument)
    let name = instrument?.name ?? conflict.key.instrument.rawValue
    let place = "\(conflict.key.timepoint) \(conflict.key.instrument)"
    return Diagnostic(
      "both have \(name) at \(conflict.key.timepoint): \(Self.words(conflict.own)) for"
        + " \(own.id), \(Self.words(conflict.other)) for \(other.id)",
      remedy: "void the one that is wrong with `outcomes void \(own.id) \(place)` or"
        + " `outcomes void \(other.id) \(place)`")
  }

  private static func words(_ line: Assessment) -> String {
    guard line.action != .skip else { return "skipped" }
    return "\(line.score.map(Confirmation.shown) ?? "not scorable") on \(line.date)"
  }
}

extension ValueReader {
  fileprivate func mergeTarget() -> Reading<ParticipantID> {
    participantID(arguments.requiredValue(of: .into))
  }
}

extension OptionDefinition {
  fileprivate static let into = OptionDefinition(
    "into", valueName: "ID", help: "the id that stays", isRequired: true,
    completion: .participant)
}
