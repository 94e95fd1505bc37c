import Analysis
import Instruments
import Records

/// The second entry of one form, key by key: the date and the answers, and then, for each field
/// that differs from the first entry, what the paper says. Nothing of the first entry is shown.
struct SecondEntry {
  /// The consequence of a key.
  enum Outcome: Equatable {
    case stays
    case leaves
    /// Both entries are complete, and the paper was asked about every difference.
    case isFinished
  }

  /// The question that is asked.
  private enum Step: Equatable {
    case date
    case form
    case paperDate
    case paperForm
  }

  let participant: Participant
  let key: AssessmentKey
  /// The first entry.
  let first: Assessment
  private let program: Program
  private var step = Step.date
  private var dateEntry: DateEntry
  private var form: FormEntry
  private var paperDate: DateEntry
  /// The answers or the total that differ; nil if none does.
  private var paperForm: FormEntry?

  init(
    _ first: Assessment, of participant: Participant, _ key: AssessmentKey, _ program: Program,
    today: CalendarDate
  ) {
    (self.first, self.participant, self.key, self.program) = (first, participant, key, program)
    dateEntry = DateEntry(ofOneFormOf: participant, today: today)
    paperDate = dateEntry
    let items = key.instrument.items.indices.map(FormEntry.Place.item)
    form = FormEntry(key.instrument, .secondEntry, first.answers == nil ? [.total] : items)
  }

  /// The form as it was keyed the second time; nil until it is complete.
  var second: AssessmentEntry? {
    dateEntry.usual.flatMap { date in form.content.map { entry(date, $0) } }
  }

  /// The form as it is on the paper; nil until every difference was asked about.
  var paper: AssessmentEntry? {
    guard let second else { return nil }
    var content = AssessmentEntry.Content(of: first)
    if let paperForm {
      switch content {
      case .total: content = paperForm.total.map(AssessmentEntry.Content.total) ?? content
      case .answers(var codes):
        for item in paperForm.items { codes[item] = paperForm.codes[item] }
        content = .answers(codes)
      }
    }
    let date = second.date == first.date ? first.date : paperDate.usual
    return date.map { entry($0, content) }
  }

  /// True if anything would be lost by leaving.
  var isBegun: Bool { dateEntry.usual != nil || !dateEntry.typed.isEmpty }

  private func entry(
    _ date: CalendarDate, _ content: AssessmentEntry.Content
  ) -> AssessmentEntry {
    AssessmentEntry(participant, key, on: date, content, in: program)
  }

  mutating func press(_ key: Key) -> Outcome {
    switch step {
    case .date:
      switch dateEntry.press(key) {
      case .stays: break
      case .goesBack: dateEntry.reply(["this is the first question of the form"])
      case .leaves: return .leaves
      case .accepts: step = .form
      }
      return .stays
    case .form: return pressForm(key)
    case .paperDate:
      switch paperDate.press(key) {
      case .stays: break
      case .goesBack: paperDate.reply([Self.entriesStay])
      case .leaves: return .leaves
      case .accepts:
        guard paperForm != nil else { return .isFinished }
        step = .paperForm
      }
      return .stays
    case .paperForm: return pressPaperForm(key)
    }
  }

  private static let entriesStay =
    "both entries stay as they were keyed: type what the paper says, or leave with “q”"

  private mutating func pressForm(_ key: Key) -> Outcome {
    switch form.press(key) {
    case .stays: return .stays
    case .leaves: return .leaves
    case .goesBack: step = .date
    case .saves: return compare()
    }
    return .stays
  }

  private mutating func pressPaperForm(_ key: Key) -> Outcome {
    switch paperForm?.press(key) {
    case .stays, nil: return .stays
    case .leaves: return .leaves
    case .goesBack where paperDate.usual != nil: step = .paperDate
    case .goesBack: paperForm?.reply([Self.entriesStay])
    case .saves: return .isFinished
    }
    return .stays
  }

  /// Finds the differences, and asks about them.
  private mutating func compare() -> Outcome {
    guard let second else { return .stays }
    let questions: [FormEntry.Place] =
      switch (AssessmentEntry.Content(of: first), second.content) {
      case (.answers(let first), .answers(let second)):
        first.indices.filter { first[$0] != second[$0] }.map(FormEntry.Place.item)
      case (let first, let second): first == second ? [] : [.total]
      }
    if !questions.isEmpty { paperForm = FormEntry(key.instrument, .paper, questions) }
    let isDateDifferent = second.date != first.date
    guard isDateDifferent || paperForm != nil else { return .isFinished }
    step = isDateDifferent ? .paperDate : .paperForm
    return .stays
  }
}

extension SecondEntry {
  /// - Parameter place: which form it is, such as `form 3 of 18`.
  func screen(_ place: String, _ size: Terminal.Size) -> Screen {
    let heading =
      "\(participant.id) · \(key.timepoint.id) · \(key.instrument.name),"
      + " \(key.instrument.construct) · \(place)"
    let title = Screen.Line(heading, .strong, hanging: 2)
    switch step {
    case .date:
      return dateEntry.screen([
        title, Screen.Line("Second entry: the first one is not shown.", hanging: 2),
      ])
    case .form: return form.screen(heading, notes: [], size)
    case .paperDate:
      return paperDate.screen([
        title, Screen.Line(Self.question(about: "date"), hanging: 2),
      ])
    case .paperForm: return (paperForm ?? form).screen(heading, notes: [], size)
    }
  }

  /// The question about a field of which the entries differ.
  static func question(about field: String) -> String {
    "This \(field) differs from the first entry. What does the paper say?"
  }
}
