import Instruments
import Text

/// One form as it is entered, key by key: the answers so far and the question that is asked.
struct FormEntry: Equatable {
  /// The reason for which the questions are asked.
  enum Purpose: Equatable {
    case firstEntry
    /// To be compared with the first entry, of which nothing may be seen.
    case secondEntry
    /// The two entries differ, and the paper decides.
    case paper
  }

  /// The answer to one question.
  enum Answer: Equatable {
    case notAsked
    /// The person left the question out.
    case omitted
    case code(Int)
  }

  /// The question that is asked.
  enum Place: Equatable {
    /// An item, by its position.
    case item(Int)
    case total
    /// The whole form is shown, to be saved.
    case review
  }

  /// The consequence of a key.
  enum Outcome: Equatable {
    case stays
    /// Goes back from the first question.
    case goesBack
    case saves
    /// Leaves without saving the form.
    case leaves
  }

  let instrument: Instrument
  let purpose: Purpose
  /// The questions in the order in which they are asked. In a first entry, the total can be entered
  /// in place of all answers.
  private let questions: [Place]
  private(set) var answers: [Answer]
  private(set) var place: Place
  /// The total, if it is entered in place of answers.
  private(set) var total: Double?
  /// What was typed of a number so far.
  private(set) var typed = ""
  /// The first digits that were typed as answers, accepted or not, as many as a date has.
  private(set) var firstDigits = ""
  /// The reply to the last key.
  private(set) var message: [String] = []
  /// True while the keys and the question are explained.
  private(set) var isExplaining = false

  init(_ instrument: Instrument) {
    self.init(
      instrument, .firstEntry,
      instrument.isEnteredAsTotal ? [.total] : instrument.items.indices.map(Place.item))
  }

  /// - Parameter questions: the items, or the total; at least one.
  init(_ instrument: Instrument, _ purpose: Purpose, _ questions: [Place]) {
    (self.instrument, self.purpose, self.questions) = (instrument, purpose, questions)
    answers = instrument.items.map { _ in .notAsked }
    place = questions[0]
  }

  /// Creates a form that is filled in and can be reviewed. The content must be valid.
  init(_ instrument: Instrument, _ content: AssessmentEntry.Content) {
    self.init(instrument)
    switch content {
    case .answers(let codes): answers = codes.map { $0.map(Answer.code) ?? .omitted }
    case .total(let total): self.total = total
    }
    place = .review
  }

  /// The answers or the total; nil while a question is open.
  var content: AssessmentEntry.Content? {
    if let total { return .total(total) }
    guard !answers.isEmpty, !answers.contains(.notAsked) else { return nil }
    return .answers(codes)
  }

  /// One code per item; nil for an item without an answer.
  var codes: [Int?] { answers.map { if case .code(let code) = $0 { code } else { nil } } }

  /// The items that are asked, by their positions.
  var items: [Int] { questions.compactMap { if case .item(let index) = $0 { index } else { nil } } }

  /// True if the total can be entered in place of the answers.
  var allowsTotal: Bool { purpose == .firstEntry }

  /// True if anything would be lost by leaving.
  var isBegun: Bool { total != nil || answers.contains { $0 != .notAsked } || !typed.isEmpty }

  /// True if the answer to the question that is asked ends with Enter.
  var takesText: Bool {
    guard !isExplaining else { return false }
    return switch place {
    case .item(let index): !instrument.items[index].answers.hasOneDigit
    case .total: true
    case .review: false
    }
  }

  /// Shows a reply above the prompt.
  mutating func reply(_ lines: [String]) { message = lines }

  /// Shows the last question again, after the form that follows this one was left backward.
  mutating func reopen() {
    place = .review
    goBack()
  }

  mutating func press(_ key: Key) -> Outcome {
    message = []
    if isExplaining, !key.isEnd {
      isExplaining = false
      return .stays
    }
    switch key {
    case .line(let text): return press(line: text)
    case .character("q"), .interrupt, .end: return .leaves
    case .character("?"): isExplaining = true
    case .character("<"), .left: return goesBack()
    case .backspace where typed.isEmpty: return goesBack()
    case .backspace: typed.removeLast()
    case .escape: typed = ""
    default: return answer(key)
    }
    return .stays
  }

  /// Takes a whole line, where the terminal cannot send single keys.
  private mutating func press(line: String) -> Outcome {
    let text = line.trimmed
    if text.isEmpty { return press(.enter) }
    let commands =
      ["<", "?", "q"] + (place == .total ? [] : ["."] + (allowsTotal ? ["t"] : []))
    if commands.contains(text), let command = text.first { return press(.character(command)) }
    typed = text
    return answer(.enter)
  }

  private mutating func goesBack() -> Outcome {
    if place == questions[0] { return .goesBack }
    goBack()
    return .stays
  }

  private mutating func goBack() {
    (typed, firstDigits) = ("", "")
    switch place {
    case .item: place = questions[(questions.firstIndex(of: place) ?? 1) - 1]
    case .total:
      total = nil
      place = questions[0]
    case .review: place = total == nil ? questions[questions.count - 1] : .total
    }
  }

  private mutating func answer(_ key: Key) -> Outcome {
    switch place {
    case .item(let index): answerItem(index, key)
    case .total: answerTotal(key)
    case .review:
      switch key {
      case .enter, .character("y"): return .saves
      case .character("n"): goBack()
      default: message = ["press Enter to \(purpose.verb), or “<” to change an answer"]
      }
    }
    return .stays
  }

  private mutating func answerItem(_ index: Int, _ key: Key) {
    let scale = instrument.items[index].answers
    switch key {
    case .character("t") where allowsTotal: (place, typed) = (.total, "")
    case .character(".") where typed.isEmpty: accept(.omitted, for: index)
    case .right where answers[index] != .notAsked: goOn()
    case .enter where typed.isEmpty && answers[index] != .notAsked: goOn()
    case .enter where !typed.isEmpty: acceptTyped(index, scale)
    case .enter, .right: message = ["answer first: \(scale.text), or “.” for no answer"]
    case .character(let character) where scale.hasOneDigit:
      if firstDigits.count < 8, character.isNumber { firstDigits.append(character) }
      guard let code = character.wholeNumberValue, character.isASCII, scale.codes.contains(code)
      else { return refuse(String(character), scale) }
      accept(.code(code), for: index)
    case .character(let character)
    where character.isASCII && (character.isNumber || character == "-"):
      if typed.count < 4 { typed.append(character) }
    case .character(let character): refuse(String(character), scale)
    default: break
    }
  }

  private mutating func acceptTyped(_ index: Int, _ scale: AnswerScale) {
    if let code = Int(typed), scale.codes.contains(code) { return accept(.code(code), for: index) }
    refuse(typed, scale)
    typed = ""
  }

  private mutating func refuse(_ text: String, _ scale: AnswerScale) {
    message = ["“\(text)” is not an answer: \(scale.text), or “.” for no answer"]
  }

  private mutating func accept(_ answer: Answer, for index: Int) {
    answers[index] = answer
    total = nil
    goOn()
  }

  /// Goes on from an item.
  private mutating func goOn() {
    typed = ""
    let next = (questions.firstIndex(of: place) ?? 0) + 1
    place = next < questions.count ? questions[next] : .review
  }

  private mutating func answerTotal(_ key: Key) {
    switch key {
    case .enter where typed.isEmpty && total != nil: place = .review
    case .enter:
      guard let number = DecimalText.parse(typed: typed) else {
        message = ["type the total score, \(instrument.allowedScores), and press Enter"]
        break
      }
      let problems = instrument.validate(score: number)
      if problems.isEmpty {
        (total, place) = (number, .review)
      } else {
        message = problems.screenLines
      }
      typed = ""
    case .character(let character)
    where character.isASCII && (character.isNumber || ".-".contains(character)):
      if typed.count < 8 { typed.append(character) }
    case .character(let character):
      message = ["“\(character)” is not part of a number"]
    default: break
    }
  }
}

extension AnswerScale {
  /// The meaning of a code; empty if it has none.
  func label(of code: Int) -> String {
    labels.count == codes.count && codes.contains(code) ? labels[code - codes.lowerBound] : ""
  }
}

extension String {
  /// The text without spaces at both ends.
  var trimmed: String {
    let rest = drop { $0.isWhitespace }
    return String(rest.prefix(rest.reversed().drop { $0.isWhitespace }.count))
  }

  /// The text without spaces at its end.
  var trimmedAtEnd: String { String(prefix(reversed().drop { $0 == " " }.count)) }
}
