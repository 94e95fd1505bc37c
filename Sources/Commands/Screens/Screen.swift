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

extension [Diagnostic] {
  /// The problems and their remedies, as the reply above a prompt.
  var screenLines: [String] { flatMap { [$0.message, $0.remedy].compactMap { $0 } } }
}
