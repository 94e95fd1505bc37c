import Text

/// What a person sees before they press the next key: some lines, and the place where they type.
struct Screen: Equatable {
  /// A line of text, broken where it is wider than the window.
  struct Line: Equatable {
    let text: String
    let emphasis: Emphasis
    /// The number of spaces before its parts after the first.
    let hanging: Int

    init(_ text: String, _ emphasis: Emphasis = .none, hanging: Int = 0) {
      self.text = text
      self.emphasis = emphasis
      self.hanging = hanging
    }

    /// The rows that the line takes in a window.
    func rows(in size: Terminal.Size) -> [String] {
      // A full row would leave the cursor at a place that terminals disagree about.
      ScreenText.wrapped(text, width: max(20, size.columns) - 1, hanging: hanging)
    }

    /// The number of rows that the line takes in a window.
    func height(in size: Terminal.Size) -> Int { rows(in: size).count }
  }

  /// The importance of a line.
  enum Emphasis: Equatable {
    case none
    case strong
    case alert
  }

  var lines: [Line]
  /// The text before the cursor, with what was typed so far.
  var prompt: String
  /// True if a text is asked for, which ends with Enter; false if each key is an answer.
  var takesText: Bool

  /// The prompt below an explanation, which Enter closes.
  static let goOn = "Press Enter to go on: "

  /// - Parameters:
  ///   - message: the reply to the last key, just above the prompt.
  init(
    _ lines: [Line], message: [String] = [], prompt: String, takesText: Bool = false
  ) {
    self.lines = lines + message.map { Line($0, .alert, hanging: 2) }
    self.prompt = prompt
    self.takesText = takesText
  }
}

extension Screen {
  /// The number of rows that the screen takes in a window.
  func height(in size: Terminal.Size) -> Int {
    (lines + [Line(prompt)]).reduce(0) { $0 + $1.height(in: size) }
  }
}

extension [Diagnostic] {
  /// The problems and their remedies, as the reply above a prompt.
  var screenLines: [String] { flatMap { [$0.message, $0.remedy].compactMap { $0 } } }
}
