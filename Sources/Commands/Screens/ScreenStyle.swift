import Text

/// The abilities of a terminal, as the environment tells them.
struct ScreenStyle: Equatable {
  /// True if the cursor can be moved; otherwise every screen is printed below the one before, and
  /// keys arrive in lines.
  var movesCursor = true
  /// True if lines can be emphasized.
  var hasColor = true
  /// True if characters outside ASCII can be shown.
  var hasUnicode = true

  init(_ world: World, _ size: Terminal.Size?) {
    let type = world.value(of: .terminalType)
    movesCursor = size != nil && type != nil && type != "dumb"
    hasColor = movesCursor && world.value(of: .noColor) == nil
    hasUnicode = World.hasUnicode(in: world.environment)
  }

  /// The text with its marks in a form that the terminal can show.
  func marks(_ text: String) -> String { hasUnicode ? text : ASCIIMarks.replaced(in: text) }

  /// The emphasized form of a row.
  func emphasized(_ row: String, _ emphasis: Screen.Emphasis) -> String {
    guard hasColor else { return row }
    return switch emphasis {
    case .none: row
    case .strong: "\u{1B}[1m\(row)\u{1B}[0m"
    case .alert: "\u{1B}[1;31m\(row)\u{1B}[0m"
    }
  }
}
