import Arguments
import Instruments
import Records
import Storage
import Text

extension Command {
  /// `outcomes move ID TIMEPOINT INSTRUMENT`
  static let move = Command(
    CommandDefinition(
      "move", group: .correctAndTakeBack,
      summary: "Move a form filed under the wrong participant or timepoint",
      discussion:
        "The form is recorded in the right place with its answers and its date, and no longer "
        + "counts in the wrong one: both or neither. The history says where it went and where it "
        + "came from, then your reason. If an answer needs a person's attention and nobody has "
        + "acknowledged it, its alert moves with it. An alert that was acknowledged for one "
        + "participant is open again for another.",
      positionals: [.participant, .timepoint, .instrument], options: [.to, .toTimepoint, .reason],
      examples: [
        CommandExample(
          "outcomes move P001 day30 ucla-3 --to P010 --reason 'this form was P010’s'",
          "From one participant to another"),
        CommandExample(
          "outcomes move P001 day30 ucla-3 --to-timepoint day90"
            + " --reason 'typed the wrong timepoint'",
          "From one timepoint to another"),
      ])
  ) { read, world throws(Refusal) in
    let (open, _) = try readAll(read.program(), read.refuseNoDestination())
    let (move, lines) = try open.enter { writer throws(Refusal) in
      let move = try FormMove(read, in: open, &writer)
      let lines = move.lines(world)
      for line in lines { try refusing(try writer.append(line)) }
      return (move, lines)
    }
    move.confirmation(lines, open.program)?.print(to: world.console)
    world.console.print(
      "  moved from \(move.origin.id) · \(move.key.timepoint.id), where it no longer counts")
    return .done
  }
}

/// A form with the place where it was filed and the place where it belongs.
private struct FormMove {
  let origin: Participant
  let key: AssessmentKey
  let form: FormState
  let target: Participant
  let timepoint: Timepoint
  private let assessment: Assessment
  private let targetHistory: [Assessment]
  private let there: FormState
  private let reason: String

  init(
    _ read: ValueReader, in open: OpenProgram, _ writer: inout StoreWriter
  ) throws(Refusal) {
    let participant = read.participant(in: open, &writer)
    let history = open.history(of: participant, in: &writer)
    let target = read.participant(.to, in: open, &writer, else: participant)
    let targetHistory = open.history(of: target, in: &writer)
    let key = read.assessmentKey(in: open)
    let timepoint = read.destinationTimepoint(in: open, else: key.map(\.timepoint))
    let assessment = read.counting(in: history, of: participant, in: open)
    let lines: [Assessment]
    (
      origin, self.key, self.assessment, self.target, self.timepoint, lines, self.targetHistory,
      reason
    ) = try readAll(
      participant, key, assessment, target, timepoint, history, targetHistory,
      read.requiredText(.reason))
    let instrument = self.key.instrument
    try origin.refuseErased()
    form = FormState(lines.filter(self.assessment.hasSameKey), instrument)
    let place = (self.timepoint.id, instrument.id)
    there = FormState(
      self.targetHistory.filter { ($0.timepoint, $0.instrument) == place }, instrument)
    let problems = self.problems
    guard problems.isEmpty else { throw Refusal(.refused, problems) }
  }

  /// The lines in both places.
  func lines(_ world: World) -> [Assessment] {
    let place = FormPlace(participant: target.id, timepoint: timepoint.id)
    let stamp = EntryStamp(
      moment: world.now(), name: world.recordedBy,
      head:
        "\(EntryStamp.Verb.moved.rawValue) \(origin.id) \(key.timepoint.id) to"
        + " \(target.id) \(timepoint.id)",
      reason: reason)
    return form.entering(place, there, stamp, isSamePerson: origin.id == target.id)
      + form.leaving(stamp, settlesAlerts: true)
  }

  /// - Parameter lines: the lines that were written.
  func confirmation(_ lines: [Assessment], _ program: Program) -> Confirmation? {
    let entered = lines.filter { ($0.participant, $0.timepoint) == (target.id, timepoint.id) }
    guard let last = entered.lastIndex(where: \.action.hasContent) else { return nil }
    // The form may have been this participant's, at another timepoint.
    let left = lines.filter { $0.participant == target.id && $0.timepoint != timepoint.id }
    let key = AssessmentKey(timepoint: timepoint, instrument: key.instrument)
    return Confirmation(
      AssessmentEntry(
        target, key, on: entered[last].date, AssessmentEntry.Content(of: entered[last]), in: program
      ),
      targetHistory + left + entered[..<last],
      entered[last], program, following: Array(entered[(last + 1)...]))
  }

  /// The reasons why the form cannot be filed there.
  private var problems: [Diagnostic] {
    let name = key.instrument.name
    if (origin.id, key.timepoint.id) == (target.id, timepoint.id) {
      return [
        Diagnostic(
          "\(name) is already filed under \(origin.id) at \(timepoint.id)",
          remedy: "give another participant with --to, or another timepoint with --to-timepoint")
      ]
    }
    let occupied = there.assessment.map { other in
      Diagnostic(
        "\(target.id) already has \(name) at \(timepoint.id):"
          + " \(other.score.map(Confirmation.shown) ?? "not scorable"), on \(other.date)",
        remedy: "if that one is wrong, move it elsewhere first, or void it with"
          + " `outcomes void \(target.id) \(timepoint.id) \(key.instrument.id)`")
    }
    return [occupied, dateProblem, stateProblem].compactMap { $0 }
  }

  private var dateProblem: Diagnostic? {
    let id = target.id
    if assessment.date < target.enrolledOn {
      return Diagnostic(
        "the form is dated \(assessment.date), before \(id) was enrolled on"
          + " \(target.enrolledOn)",
        remedy: "check both dates; change the form's with `outcomes correct`, or that of the"
          + " enrollment with `outcomes update`")
    }
    guard let withdrawnOn = target.withdrawnOn, assessment.date > withdrawnOn else { return nil }
    return Diagnostic(
      "the form is dated \(assessment.date), after \(id) withdrew on \(withdrawnOn)",
      remedy: "check both dates; change the form's with `outcomes correct`, or enroll them again"
        + " with `outcomes enroll \(id)`")
  }

  /// The problem with a participant whose assessments count nowhere.
  private var stateProblem: Diagnostic? {
    target.state == .counted
      ? nil
      : Diagnostic(
        "nothing can be entered for \(target.id) any more",
        remedy: "see `outcomes history \(target.id)`")
  }
}

extension ValueReader {
  fileprivate func refuseNoDestination() -> Reading<Void> {
    refuse(
      if: !arguments.has(.to) && !arguments.has(.toTimepoint), "nothing to change",
      remedy: "give \(OptionDefinition.to.synopsis) or \(OptionDefinition.toTimepoint.synopsis)")
  }

  fileprivate func destinationTimepoint(
    in open: OpenProgram, else origin: Reading<Timepoint>
  ) -> Reading<Timepoint> {
    arguments.value(of: .toTimepoint).map(open.timepoint) ?? origin
  }
}

extension OptionDefinition {
  fileprivate static let to = OptionDefinition(
    "to", valueName: "ID", help: "the participant whose form it is; default: the same",
    completion: .participant)
  fileprivate static let toTimepoint = OptionDefinition(
    "to-timepoint", valueName: "TIMEPOINT", help: "the timepoint of the form; default: the same",
    completion: .timepoint)
}
