import Text

/// One key that a person presses.
enum Key: Equatable {
  case character(Character)
  case enter
  case backspace
  case left
  case right
  case up
  case down
  case escape
  /// Ctrl-C.
  case interrupt
  /// Ctrl-Z.
  case suspend
  /// Ctrl-D, or a terminal that was closed.
  case end
  /// A whole line, where the terminal can take only lines and a text is asked for.
  case line(String)

  /// True for a character, also where it was typed as a line.
  func isTyped(_ character: Character) -> Bool {
    switch self {
    case .character(character): true
    case .line(let text): text.trimmed == String(character)
    default: false
    }
  }
}

extension Key {
  /// True if the person leaves at once, whatever is asked.
  var isEnd: Bool { self == .interrupt || self == .end }
}
