import Text

/// A choice among a few things, each with a number.
struct Choice {
  enum Outcome: Equatable {
    case stays
    case takes(Int)
    case goesBack
    case leaves
  }

  private let heading: [String]
  private let choices: [String]
  private let prompt: String
  private var typed = ""
  private var message: [String] = []

  init(_ heading: [String], _ choices: [String], prompt: String) {
    (self.heading, self.choices, self.prompt) = (heading, choices, prompt)
  }

  /// True if every number has one digit, so that one key is enough.
  private var isOneKey: Bool { choices.count < 10 }

  mutating func press(_ key: Key) -> Outcome {
    message = []
    switch key {
    case .line(let text) where ["<", "q"].contains(text.trimmed):
      return press(.character(Character(text.trimmed)))
    case .line(let text):
      typed = text.trimmed
      return take()
    case .character("q"), .interrupt, .end: return .leaves
    case .character("<"), .left: return .goesBack
    case .backspace where typed.isEmpty: return .goesBack
    case .backspace: typed.removeLast()
    case .enter: return take()
    case .character(let character):
      typed.append(character)
      if isOneKey { return take() }
    default: break
    }
    return .stays
  }

  /// Enter alone takes the first.
  private mutating func take() -> Outcome {
    defer { typed = "" }
    let number = typed.isEmpty ? 1 : Int(typed)
    if let number, 1...choices.count ~= number { return .takes(number - 1) }
    message = ["“\(typed)” is not a choice: type a number from 1 to \(choices.count)"]
    return .stays
  }

  func screen() -> Screen {
    let lines = choices.enumerated().map { Screen.Line("  [\($0 + 1)] \($1)", hanging: 6) }
    return Screen(
      heading.map { Screen.Line($0, .strong, hanging: 2) } + lines
        + [Screen.Line("[Enter] the first   [<] back   [q] leave")],
      message: message, prompt: "\(prompt) [1]: \(typed)", takesText: !isOneKey)
  }
}
