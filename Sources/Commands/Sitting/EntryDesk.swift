import Analysis
import Arguments
import Instruments
import Records
import Storage
import Text

/// The entry of forms at the terminal: asks for whatever the command line of `outcomes record`
/// leaves out, and saves each form that is confirmed.
struct EntryDesk {
  private let open: OpenProgram
  private let read: ValueReader
  private let given: GivenValues
  private var conversation: Conversation
  /// The date that Enter accepts: that of the forms before, or today.
  private var usualDate: CalendarDate
  /// True if a form was saved.
  private var hasSaved = false

  private var world: World { open.world }

  /// The instruments to enter, if they are missing.
  private var wanted: [InstrumentID] {
    given.instrument.map { [$0.id] } ?? open.program.instruments.map(\.id)
  }

  init(_ read: ValueReader, at terminal: Terminal) throws(Refusal) {
    self.read = read
    open = try OpenProgram(read)
    given = try GivenValues(read, in: open)
    conversation = Conversation(terminal, read.world)
    usualDate = given.date ?? read.world.today()
  }

  /// Asks until everything is entered or the person leaves.
  mutating func run() async throws(Refusal) -> ExitCode {
    do throws(Refusal) {
      if let id = given.participant {
        _ = try sit(with: id)
      } else {
        try await sitWithEverybody()
      }
    } catch {
      conversation.end()
      throw error
    }
    conversation.end()
    guard conversation.wasInterrupted else { return .done }
    conversation.interrupt()
    return .refused
  }

  private mutating func sitWithEverybody() async throws(Refusal) {
    var message: [String] = []
    var isLeft = false
    while let id = try await pick(saying: message, afterLeaving: isLeft) {
      (message, isLeft) = ([], false)
      do throws(Refusal) {
        isLeft = try !sit(with: id)
      } catch {
        message = error.diagnostics.screenLines
      }
      if conversation.hasEnded { return }
    }
  }

  /// Asks for a participant; nil if the person leaves.
  /// - Parameter isLeft: true if the person left the participant before.
  private mutating func pick(
    saying message: [String], afterLeaving isLeft: Bool
  ) async throws(Refusal) -> ParticipantID? {
    conversation.clear()
    let cohort = try await open.cohort(keepsAlerts: true)
    var picker = ParticipantPicker(
      cohort, asOf: world.today(), by: read.choice(.dueOrder) ?? .urgency, message: message,
      afterLeaving: isLeft)
    while true {
      let key = conversation.key { picker.screen($0) }
      switch picker.press(key) {
      case .stays: continue
      case .takes(let id): return id
      case .leaves:
        sayLeft()
        return nil
      }
    }
  }

  /// Says what became of what was entered, if something is lost, or on Ctrl-C.
  private mutating func sayLeft(unsaved: String? = nil) {
    conversation.clear()
    if let unsaved {
      world.console.say("outcomes: left without saving \(unsaved)")
    } else if conversation.hasEnded {
      world.console.say(
        "outcomes: left; \(hasSaved ? "every form that was begun is saved" : "nothing was entered")"
      )
    }
  }

  /// Enters the forms of one participant at one timepoint, until all are entered or the person goes
  /// back or leaves.
  /// - Returns: true if all are entered.
  private mutating func sit(with id: ParticipantID) throws(Refusal) -> Bool {
    let (participant, lines) = try open.lines(of: id)
    let history = lines.assessments
    let today = world.today()
    let problem =
      participant.problemWithUse
      ?? given.date.flatMap { participant.problem(withAssessmentOn: $0, today: today) }
    if let problem {
      throw Refusal(.refused, problem)
    }
    guard let (missing, missed) = try chooseForms(of: participant, history) else { return false }
    let content = try given.hasContent ? read.content(of: missing.instruments[0]).get() : nil
    func start(_ forms: MissingForms, besides missed: [MissingForms]) -> Sitting {
      Sitting(
        participant, forms, wanted, open.program, history, missed: missed, date: given.date,
        usual: usualDate, today: today, content: content)
    }
    var sitting = start(missing, besides: missed)
    // The usual date before what was missed is entered.
    var dateBefore: CalendarDate?
    while true {
      let key = conversation.key { sitting.screen($0) }
      var outcome = sitting.press(key)
      if case .saves(let entry, let replaced) = outcome {
        do throws(Refusal) {
          conversation.clear()
          let confirmation = try save(entry, replacing: replaced)
          confirmation.print(to: world.console)
          usualDate = entry.date
          hasSaved = true
          outcome = sitting.save(entry)
        } catch {
          sitting.refuse(error.diagnostics)
          continue
        }
      }
      switch outcome {
      case .stays, .saves: continue
      case .isFinished:
        guard let dateBefore else { return true }
        // What was due before is still due, and its date is not that of what was missed.
        usualDate = dateBefore
        return try sit(with: id)
      case .entersMissed:
        switch chooseMissed(of: participant, missed) {
        case .takes(let position):
          sitting = start(missed[position], besides: [])
          dateBefore = usualDate
        case .goesBack, .stays: continue
        case .leaves:
          sayLeft()
          return false
        }
      case .goesBack:
        if given.participant == nil { return false }
      case .leaves:
        sayLeft(unsaved: sitting.unsavedForm)
        return false
      }
    }
  }

  /// Writes a form, or corrects what was saved of it a moment ago.
  private mutating func save(
    _ entry: AssessmentEntry, replacing replaced: AssessmentEntry?
  ) throws(Refusal) -> Confirmation {
    let (open, world) = (open, world)
    return try open.enter { writer throws(Refusal) in
      let participant = try open.participant(entry.participant.id, in: &writer)
      let history = try refusing(try writer.assessments(of: participant.id, open.program))
      if let problem = participant.problem(withAssessmentOn: entry.date, today: world.today()) {
        throw Refusal(.refused, problem)
      }
      var counting: Assessment?
      if replaced == nil {
        try entry.key.refuseSecond(in: history, of: participant)
      } else {
        counting = try entry.key.require(in: history, of: participant)
      }
      let line =
        replaced == nil
        ? entry.assessment(.record, reason: "", world)
        : entry.assessment(.correct, reason: "changed at entry", world)
      try refusing(try writer.append(line))
      return Confirmation(entry, history, line, open.program, replaced: counting)
    }
  }

  /// Returns the forms to enter: those given, or those missing at the timepoint that is due. Asks
  /// if there are several; nil if the person leaves.
  /// - Returns: also those that were missed at other timepoints and could be entered instead.
  private mutating func chooseForms(
    of participant: Participant, _ history: [Assessment]
  ) throws(Refusal) -> (forms: MissingForms, missed: [MissingForms])? {
    if let timepoint = given.timepoint, let instrument = given.instrument {
      try AssessmentKey(timepoint: timepoint, instrument: instrument)
        .refuseSecond(in: history, of: participant)
    }
    // Forms that were skipped are asked for only if nothing else is missing.
    let possible =
      [false, true].lazy.map { [open, given, wanted, world] countsSkipped in
        MissingForms.all(
          of: participant, history, open.program, countsSkipped: countsSkipped, asOf: world.today()
        ).filter { given.timepoint == nil || $0.timepoint == given.timepoint }
          .compactMap { $0.limited(to: wanted) }
      }.first { !$0.isEmpty } ?? []
    guard !possible.isEmpty else { throw Self.nothingMissing(of: participant, given) }
    guard let forms = chooseTimepoint(of: participant, possible) else { return nil }
    guard given.hasContent, forms.instruments.count > 1 else {
      let missed = possible.filter { $0.state == .missed && $0 != forms }
      return (forms, given.hasContent ? [] : missed)
    }
    let names = forms.instruments.map { "\($0.name), \($0.construct)" }
    return choose(
      Choice(["\(participant.id) · \(forms.timepoint.id)"], names, prompt: "Which form?")
    ).flatMap { forms.limited(to: [forms.instruments[$0].id]) }.map { ($0, []) }
  }

  /// Takes the only timepoint that was missed; asks if there are several.
  private mutating func chooseMissed(
    of participant: Participant, _ missed: [MissingForms]
  ) -> Choice.Outcome {
    guard missed.count > 1 else { return .takes(0) }
    return outcome(of: Self.choice("\(participant.id) · several timepoints were missed", missed))
  }

  /// The only timepoint whose window is open, or the only one given; otherwise asks.
  private mutating func chooseTimepoint(
    of participant: Participant, _ possible: [MissingForms]
  ) -> MissingForms? {
    let due = possible.filter(\.isOpen)
    if given.timepoint != nil { return possible[0] }
    if due.count == 1 { return due[0] }
    let offered = due.isEmpty ? possible : due
    let heading =
      "\(participant.id) · " + (due.isEmpty ? "nothing is due today" : "several timepoints are due")
    return choose(Self.choice(heading, offered)).map { offered[$0] }
  }

  private static func choice(_ heading: String, _ offered: [MissingForms]) -> Choice {
    Choice(
      [heading],
      offered.map { "\($0.words): \($0.instruments.map(\.name).joined(separator: ", "))" },
      prompt: "Which timepoint?")
  }

  /// Asks for a choice; nil if the person goes back or leaves.
  private mutating func choose(_ choice: Choice) -> Int? {
    while true {
      switch outcome(of: choice) {
      case .takes(let position): return position
      case .goesBack where given.participant != nil: continue
      case .goesBack, .leaves, .stays: return nil
      }
    }
  }

  /// Asks for a choice until the person makes it, goes back or leaves.
  private mutating func outcome(of choice: Choice) -> Choice.Outcome {
    var choice = choice
    while true {
      let key = conversation.key { _ in choice.screen() }
      let outcome = choice.press(key)
      if outcome == .leaves { sayLeft() }
      if outcome != .stays { return outcome }
    }
  }

  private static func nothingMissing(of participant: Participant, _ given: GivenValues) -> Refusal {
    let name = given.instrument.map { "\($0.name) is entered" } ?? "every form is entered"
    let place = given.timepoint.map { "at \($0.id)" } ?? "at every timepoint"
    let end = participant.withdrawnOn.map { " until the withdrawal on \($0)" } ?? ""
    return Refusal(
      .refused,
      Diagnostic(
        "nothing is missing: for \(participant.id), \(name) \(place)\(end)",
        remedy: "to change a form, use `outcomes correct \(participant.id)`"))
  }
}
