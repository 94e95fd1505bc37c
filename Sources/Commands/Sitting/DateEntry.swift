import Instruments
import Records
import Text

/// The date of the forms of one sitting, or of one form, as it is typed.
struct DateEntry: Equatable {
  enum Outcome: Equatable {
    case stays
    case accepts(CalendarDate)
    case goesBack
    case leaves
  }

  let participant: Participant
  let today: CalendarDate
  /// The date that Enter accepts; nil if it must be typed.
  private(set) var usual: CalendarDate?
  private let isOfOneForm: Bool
  private(set) var typed = ""
  private(set) var message: [String] = []
  private var isExplaining = false

  init(_ participant: Participant, today: CalendarDate, usual: CalendarDate? = nil) {
    (self.participant, self.today, self.usual) = (participant, today, usual ?? today)
    isOfOneForm = false
  }

  /// Creates the date of one form, which must be typed.
  init(ofOneFormOf participant: Participant, today: CalendarDate) {
    (self.participant, self.today, isOfOneForm) = (participant, today, true)
  }

  /// Shows a reply above the prompt.
  mutating func reply(_ lines: [String]) { message = lines }

  mutating func press(_ key: Key) -> Outcome {
    let wasExplaining = isExplaining
    (message, isExplaining) = ([], false)
    switch key {
    case .enter where wasExplaining, .line("") where wasExplaining: break
    case .line(let text) where ["<", "?", "q"].contains(text.trimmed):
      return press(.character(Character(text.trimmed)))
    case .line(let text):
      typed = text.trimmed
      return accept()
    case .enter: return accept()
    case .character("q"), .interrupt, .end: return .leaves
    case .character("<"), .left: return .goesBack
    case .character("?"): isExplaining = true
    case .backspace where typed.isEmpty: return .goesBack
    case .backspace: typed.removeLast()
    case .escape: typed = ""
    case .character(let character)
    where character.isASCII && (character.isNumber || character == "-"):
      if typed.count < 10 { typed.append(character) }
    case .character: message = [Self.form]
    default: break
    }
    return .stays
  }

  private static let form = "write the date as YYYY-MM-DD, such as 2026-01-31, or as 20260131"

  private mutating func accept() -> Outcome {
    guard let date = typed.isEmpty ? usual : Self.date(typed) else {
      message = (typed.isEmpty ? [] : ["“\(typed)” is not a valid date"]) + [Self.form]
      typed = ""
      return .stays
    }
    if let problem = participant.problem(withAssessmentOn: date, today: today) {
      message = [problem].screenLines
      typed = ""
      return .stays
    }
    usual = date
    typed = ""
    return .accepts(date)
  }

  /// A date as in the files, or its digits alone.
  static func date(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ ASCII.zero...ASCII.nine ~= $0 }) else {
      return CalendarDate(text)
    }
    return CalendarDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
  }

  func screen(_ heading: [Screen.Line]) -> Screen {
    if isExplaining {
      return Screen(heading + explanation, prompt: Screen.goOn, takesText: true)
    }
    let keys = (usual.map { "[Enter] \($0)   " } ?? "") + "[<] back   [?] help   [q] leave"
    return Screen(
      heading + [Screen.Line(keys)], message: message,
      prompt: (isOfOneForm ? "Date on the form" : "Date of the forms")
        + (usual.map { " [\($0)]" } ?? "") + ": \(typed)", takesText: true)
  }

  private var explanation: [Screen.Line] {
    [Screen.Line("The day on which the forms were filled in, not the day they are entered.")]
      + (isOfOneForm
        ? []
        : [Screen.Line("It is used for every form of this participant and timepoint.", hanging: 2)])
      + [Screen.Line(Self.form, hanging: 2)]
  }
}
