import Analysis
import Instruments
import Records
import Storage
import Text

/// The second entry of forms at the terminal, one after another.
struct ReentryDesk {
  private let open: OpenProgram
  private let list: FormsToCheck
  private var conversation: Conversation
  /// The number of forms that were saved.
  private var saved = 0
  /// True if a form could not be saved.
  private var isLacking = false

  private var world: World { open.world }

  /// - Parameter list: the forms; at least one.
  init(_ list: FormsToCheck, in open: OpenProgram, at terminal: Terminal) {
    (self.list, self.open) = (list, open)
    conversation = Conversation(terminal, open.world)
  }

  /// Asks for every form, until the person leaves.
  mutating func run() throws(Refusal) -> ExitCode {
    do throws(Refusal) {
      for (number, form) in list.forms.enumerated() {
        guard try enter(form, "form \(number + 1) of \(list.forms.count)") else { break }
      }
    } catch {
      conversation.end()
      throw error
    }
    conversation.end()
    world.console.print(summary)
    guard conversation.wasInterrupted else { return isLacking ? .refused : .done }
    conversation.interrupt()
    return .refused
  }

  private var summary: String {
    let all = list.forms.count
    let own =
      list.own == 0 ? "" : "; \(list.own) entered by \(world.recordedBy) left to somebody else"
    return "checked \(saved) of \(all) \(all == 1 ? "form" : "forms")\(own); see the errors with"
      + " `outcomes reenter --report`"
  }

  /// Enters one form a second time.
  /// - Returns: false if the person leaves.
  private mutating func enter(_ form: Assessment, _ place: String) throws(Refusal) -> Bool {
    guard
      let timepoint = open.program.timepoints.first(where: { $0.id == form.timepoint }),
      let instrument = open.program.instrument(form.instrument)
    else { return true }
    var entry = SecondEntry(
      form, of: try open.participant(form.participant),
      AssessmentKey(timepoint: timepoint, instrument: instrument), open.program,
      today: world.today())
    while true {
      let key = conversation.key { entry.screen(place, $0) }
      switch entry.press(key) {
      case .stays: continue
      case .leaves:
        conversation.clear()
        let name = "\(form.participant) · \(timepoint.id) · \(instrument.name)"
        if entry.isBegun { world.console.say("outcomes: left without saving \(name)") }
        return false
      case .isFinished:
        guard let second = entry.second, let paper = entry.paper else { continue }
        conversation.clear()
        do throws(Refusal) {
          try save(second, paper, first: form)
          saved += 1
        } catch {
          world.console.sayAll(error.diagnostics)
          isLacking = true
        }
        return true
      }
    }
  }

  /// Writes the second entry and, if the paper says something different from the first one, its
  /// correction: both or none.
  private func save(
    _ second: AssessmentEntry, _ paper: AssessmentEntry, first: Assessment
  ) throws(Refusal) {
    let isSame = first.recordedBy == world.recordedBy
    let reentry = second.assessment(
      .reenter, reason: CheckedForm.reason(isBySamePerson: isSame), world)
    var correction: Assessment?
    var corrected = paper.assessment(.correct, reason: "", world)
    if corrected.keyedFields.map(\.value) != first.keyedFields.map(\.value) {
      corrected.reason = CheckedForm.reason(correcting: first, to: corrected)
      corrected.recordedAt = reentry.recordedAt
      correction = corrected
    }
    let confirmation = try open.enter { writer throws(Refusal) -> Confirmation? in
      let participant = try open.participant(first.participant, in: &writer)
      let history = try refusing(try writer.assessments(of: participant.id, open.program))
      guard SecondEntries(history).isUnchecked(first) else {
        throw Refusal(
          .refused,
          Diagnostic(
            "\(second.name) was changed or checked by somebody else in the meantime",
            remedy: "nothing was written; run `outcomes reenter` again for what is left"))
      }
      try refusing(try writer.append([reentry, correction].compactMap { $0 }))
      return correction.map {
        Confirmation(paper, history, $0, open.program, replaced: first)
      }
    }
    world.console.print(
      CheckedForm(first: first, second: reentry, correction: correction)
        .confirmation(of: second.name))
    confirmation?.print(to: world.console)
  }
}

extension CheckedForm {
  /// What a second entry found: `P001 · day30 · UCLA-3 checked: 3 answers and the date, 1 differed,
  /// corrected`.
  fileprivate func confirmation(of name: String) -> String {
    let items = fields.count { $0.field != .date }
    let content =
      fields.contains { $0.field == .total }
      ? "the total" : items == 1 ? "1 answer" : "\(items) answers"
    let differed = fields.count(where: \.isDifferent)
    let errors = fields.count(where: \.isErrorOfFirst)
    let result =
      switch (differed, errors) {
      case (0, _): "the same both times"
      case (_, 0): "\(differed) differed, and the paper agrees with the first entry"
      default: "\(differed) differed, \(errors) corrected"
      }
    return "\(name) checked: \(content) and the date, \(result)"
  }
}
