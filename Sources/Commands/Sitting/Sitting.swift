import Instruments
import Records
import Text

/// The forms of one participant at one timepoint, entered one after another: the date, asked once,
/// then every form. A form is saved when it is confirmed. Going back from the first question of a
/// form opens the form before it again; if it is then changed, it is saved as a correction.
struct Sitting {
  /// The consequence of a key.
  enum Outcome {
    case stays
    /// Goes back from the date.
    case goesBack
    /// The form must be written.
    /// - `replacing`: the same form as it was saved before; nil if it was not.
    case saves(AssessmentEntry, replacing: AssessmentEntry?)
    case leaves
    case isFinished
    /// Leaves these forms for those that were missed.
    case entersMissed
  }

  /// The question that is asked.
  enum Step: Equatable {
    case date
    /// A doubt about the date, and the forms to enter at the other timepoint if that was meant.
    case window(Doubt, other: MissingForms?)
    case form
    /// Doubts about the form; the first is asked about.
    case doubts([Doubt])
  }

  let participant: Participant
  let program: Program
  /// The participant's lines, in the order of the file.
  private let history: [Assessment]
  private let today: CalendarDate
  /// The instruments to enter, at whichever timepoint.
  private let wanted: [InstrumentID]
  private(set) var missing: MissingForms
  /// The forms that were missed at other timepoints and can be entered instead.
  let missed: [MissingForms]
  private(set) var forms: [FormEntry]
  /// What was saved of each form; nil if it was not yet.
  private(set) var saved: [AssessmentEntry?]
  private(set) var current = 0
  private(set) var step: Step
  private(set) var dateEntry: DateEntry
  private(set) var date: CalendarDate

  /// - Parameters:
  ///   - missing: the forms to enter.
  ///   - wanted: the instruments to enter if another timepoint was meant.
  ///   - history: the participant's lines, in the order of the file.
  ///   - missed: the forms that were missed at other timepoints.
  ///   - date: the date of the forms; nil to ask for it.
  ///   - usual: the date that Enter accepts.
  ///   - content: the answers or the total, if they are known and there is one form.
  init(
    _ participant: Participant, _ missing: MissingForms, _ wanted: [InstrumentID],
    _ program: Program, _ history: [Assessment], missed: [MissingForms] = [],
    date: CalendarDate? = nil, usual: CalendarDate, today: CalendarDate,
    content: AssessmentEntry.Content? = nil
  ) {
    (self.participant, self.missing, self.wanted) = (participant, missing, wanted)
    (self.program, self.missed) = (program, missed)
    (self.history, self.today, self.date) = (history, today, date ?? usual)
    dateEntry = DateEntry(participant, today: today, usual: date ?? usual)
    forms = missing.instruments.map { instrument in
      content.map { FormEntry(instrument, $0) } ?? FormEntry(instrument)
    }
    saved = forms.map { _ in nil }
    step = .date
    if let date { accept(date) }
  }

  var timepoint: Timepoint { missing.timepoint }

  /// The name of the form that would be lost by leaving now; nil if nothing would.
  var unsavedForm: String? {
    guard step != .date, forms[current].isBegun, !isUnchanged else { return nil }
    return "\(participant.id) · \(timepoint.id) · \(forms[current].instrument.name)"
  }

  /// The participant's assessments that count.
  var known: [Assessment] { Assessment.latest(history) }

  private var isUnchanged: Bool {
    saved[current] != nil && saved[current]?.content == forms[current].content
  }

  mutating func press(_ key: Key) -> Outcome {
    switch step {
    case .date:
      if !missed.isEmpty, key.isTyped("m") { return .entersMissed }
      switch dateEntry.press(key) {
      case .stays: return .stays
      case .goesBack: return .goesBack
      case .leaves: return .leaves
      case .accepts(let date): accept(date)
      }
      return .stays
    case .window(_, let other): return pressWindow(key, other)
    case .form: return pressForm(key)
    case .doubts(let doubts): return pressDoubt(key, doubts)
    }
  }

  /// Takes note that the form was written, and goes on to the next one.
  mutating func save(_ entry: AssessmentEntry) -> Outcome {
    saved[current] = entry
    guard current + 1 < forms.count else { return .isFinished }
    (current, step) = (current + 1, .form)
    return .stays
  }

  /// Shows why the form could not be written.
  mutating func refuse(_ problems: [Diagnostic]) {
    step = .form
    forms[current].reply(problems.screenLines)
  }

  private mutating func accept(_ date: CalendarDate) {
    self.date = date
    guard let doubt = Doubt(date, at: timepoint, of: participant, program.timepoints) else {
      return step = .form
    }
    guard case .outsideWindow(_, let window, _, let holder) = doubt else { return }
    let other = MissingForms.all(of: participant, history, program, asOf: today)
      .first { $0.timepoint.id == holder }?.limited(to: wanted)
    // A timepoint at which the forms are there already was not meant.
    let meant = other?.timepoint.id
    step = .window(.outsideWindow(date, window, of: timepoint.id, other: meant), other: other)
  }

  private mutating func pressWindow(_ key: Key, _ other: MissingForms?) -> Outcome {
    switch key {
    case .character("q"), .interrupt, .end: return .leaves
    case .character("<"), .left, .backspace: step = .date
    case .character("y"):
      if let other { moveForms(to: other) }
      step = .form
    case .character("n"): step = other == nil ? .date : .form
    default: break
    }
    return .stays
  }

  /// Enters the forms at another timepoint; what was typed stays.
  private mutating func moveForms(to other: MissingForms) {
    forms = other.instruments.map { instrument in
      forms.first { $0.instrument.id == instrument.id } ?? FormEntry(instrument)
    }
    saved = forms.map { _ in nil }
    missing = other
  }

  private mutating func pressForm(_ key: Key) -> Outcome {
    switch forms[current].press(key) {
    case .stays: return .stays
    case .leaves: return .leaves
    case .goesBack:
      if current > 0 {
        current -= 1
        forms[current].reopen()
      } else if saved.allSatisfy({ $0 == nil }) {
        step = .date
      } else {
        forms[current].reply(["this is the first question; the date was saved with the form"])
      }
      return .stays
    case .saves:
      guard let entry else { return .stays }
      let doubts =
        [dateAsAnswers].compactMap { $0 }
        + entry.doubts(known, program).filter { !$0.isAboutDate }
      guard doubts.isEmpty || isUnchanged else {
        step = .doubts(doubts)
        return .stays
      }
      return save()
    }
  }

  /// The doubt about a date that was typed when the answers were asked for.
  private var dateAsAnswers: Doubt? {
    guard let date = DateEntry.date(forms[current].firstDigits),
      participant.problem(withAssessmentOn: date, today: today) == nil
    else { return nil }
    return .dateAsAnswers(date)
  }

  private mutating func pressDoubt(_ key: Key, _ doubts: [Doubt]) -> Outcome {
    switch key {
    case .character("q"), .interrupt, .end: return .leaves
    case .character("y"):
      let rest = Array(doubts.dropFirst())
      guard rest.isEmpty else {
        step = .doubts(rest)
        return .stays
      }
      step = .form
      return save()
    case .character("n"), .character("<"), .left, .backspace:
      step = .form
      forms[current].reply(["go back with “<” to the answer that is wrong"])
    default: break
    }
    return .stays
  }

  private mutating func save() -> Outcome {
    guard let entry else { return .stays }
    if let before = saved[current], isUnchanged { return save(before) }
    return .saves(entry, replacing: saved[current])
  }

  /// The form that is complete; nil if it is not.
  var entry: AssessmentEntry? {
    forms[current].content.map { content in
      AssessmentEntry(
        participant, AssessmentKey(timepoint: timepoint, instrument: forms[current].instrument),
        on: date, content, in: program)
    }
  }
}

extension Doubt {
  fileprivate var isAboutDate: Bool { if case .outsideWindow = self { true } else { false } }
}
