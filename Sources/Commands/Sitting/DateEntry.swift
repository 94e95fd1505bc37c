import Instruments
import Records
import Text

/// The date of the forms of one sitting, as it is typed.
struct DateEntry: Equatable {
  enum Outcome: Equatable {
    case stays
    case accepts(CalendarDate)
    case goesBack
    case leaves
  }

  let participant: Participant
  let today: CalendarDate
  /// The date that Enter accepts.
  private(set) var usual: CalendarDate
  private(set) var typed = ""
  private(set) var message: [String] = []
  private var isExplaining = false

  init(_ participant: Participant, today: CalendarDate, usual: CalendarDate? = nil) {
    (self.participant, self.today, self.usual) = (participant, today, usual ?? today)
  }

  mutating func press(_ key: Key) -> Outcome {
    (message, isExplaining) = ([], false)
    switch key {
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
      message = ["“\(typed)” is not a valid date", Self.form]
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
  private static func date(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ ASCII.zero...ASCII.nine ~= $0 }) else {
      return CalendarDate(text)
    }
    return CalendarDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
  }

  func screen(_ heading: [Screen.Line]) -> Screen {
    let explanation =
      isExplaining
      ? [
        Screen.Line("The day on which the forms were filled in, not the day they are entered."),
        Screen.Line("It is used for every form of this participant and timepoint.", hanging: 2),
        Screen.Line(Self.form, hanging: 2),
      ] : []
    return Screen(
      heading + explanation + [Screen.Line("[Enter] \(usual)   [<] back   [?] help   [q] leave")],
      message: message, prompt: "Date of the forms [\(usual)]: \(typed)", takesText: true)
  }
}
