import Text

/// A conversation with the person at the terminal: one screen after another, each answered by a
/// key.
///
/// Where the cursor can be moved, a screen takes the place of the one before, and only its rows
/// from the first different one on are sent. Elsewhere these rows are printed below.
struct Conversation {
  private let terminal: Terminal
  private let style: ScreenStyle
  private var decoder = KeyDecoder()
  /// The keys of a line that were not used yet, where the terminal can take only lines.
  private var waiting: [Key] = []
  /// The rows that the person sees now, the last one with the cursor at its end.
  private var shown: [Row] = []

  private struct Row: Equatable {
    /// With the codes for its emphasis.
    let text: String
    /// The number of columns.
    let width: Int
  }

  /// True after Ctrl-C.
  private(set) var wasInterrupted = false
  /// True after Ctrl-C, and after the end of the input.
  private(set) var hasEnded = false

  init(_ terminal: Terminal, _ world: World) {
    self.terminal = terminal
    style = ScreenStyle(world, terminal.size())
  }

  /// The size of the window; that of a usual one if it is not known.
  private var size: Terminal.Size { terminal.size() ?? Terminal.Size(columns: 80, rows: 24) }

  /// Shows a screen and waits for a key.
  /// - Parameter screen: returns the screen for a window of a given size.
  mutating func key(for screen: (Terminal.Size) -> Screen) -> Key {
    while true {
      if let key = nextKey(takesText: screen(size).takesText, isComplete: false) {
        if let key = acted(on: key) { return key }
        continue
      }
      // First: a person may press Ctrl-C as soon as the screen is seen.
      if style.movesCursor { terminal.setMode(.takingKeys) }
      show(screen(size))
      switch terminal.read(decoder.hasPart && style.movesCursor ? Self.longestEscape : nil) {
      case .bytes(let bytes): decoder.add(bytes)
      case .nothing:
        if let key = nextKey(takesText: false, isComplete: true), let key = acted(on: key) {
          return key
        }
      case .resized: eraseShown()
      case .continued: forgetShown()
      case .ended: return acted(on: .end) ?? .end
      }
    }
  }

  /// How long the rest of an escape sequence may take over a slow line, in milliseconds.
  private static let longestEscape: Int32 = 100

  /// Does what Ctrl-Z and Ctrl-C ask for, and returns the key if the program must act on it.
  private mutating func acted(on key: Key) -> Key? {
    switch key {
    case .suspend:
      clear()
      terminal.setMode(.asFound)
      terminal.suspend()
      return nil
    case .interrupt, .end:
      hasEnded = true
      wasInterrupted = key == .interrupt
      return key
    default: return key
    }
  }

  private mutating func nextKey(takesText: Bool, isComplete: Bool) -> Key? {
    guard !style.movesCursor else { return decoder.next(isComplete: isComplete) }
    if waiting.isEmpty, let line = decoder.nextLine() {
      if takesText { return .line(line) }
      waiting = line.isEmpty ? [.enter] : line.filter { $0 != " " }.map(Key.character)
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// Removes the screen, so that lines can be printed in its place, and lets keys wait.
  mutating func clear() {
    if style.movesCursor {
      send(Self.start(ofRow: 0, in: shown.count))
      terminal.setMode(.busy)
    }
    shown = []
    waiting = []
  }

  /// Removes the screen and returns the terminal to the state in which it was found.
  mutating func end() {
    clear()
    terminal.setMode(.asFound)
  }

  /// Ends the program as Ctrl-C does.
  func interrupt() { terminal.interrupt() }

  /// Removes the rows after a change of the window's width, by which a terminal breaks them anew.
  private mutating func eraseShown() {
    guard style.movesCursor else { return }
    let rows = shown.map { max(1, ($0.width + size.columns - 1) / size.columns) }
    send(Self.start(ofRow: 0, in: rows.reduce(0, +)))
    shown = []
  }

  /// Leaves the rows where they are: the screen is shown again below.
  private mutating func forgetShown() {
    if style.movesCursor, !shown.isEmpty { send("\n") }
    shown = []
  }

  private mutating func show(_ screen: Screen) {
    let rows = rows(of: screen)
    guard rows != shown || !style.movesCursor else { return }
    var first = zip(rows, shown).prefix { $0 == $1 }.count
    first = min(first, rows.count - 1)
    if style.movesCursor, !shown.isEmpty { first = min(first, shown.count - 1) }
    let start = style.movesCursor ? Self.start(ofRow: first, in: shown.count) : ""
    send(start + rows[first...].map(\.text).joined(separator: "\n"))
    shown = rows
  }

  /// Moves the cursor from the last of `count` rows to the start of a row, and clears from there.
  private static func start(ofRow row: Int, in count: Int) -> String {
    guard count > 0 else { return "" }
    let up = count - 1 - row
    return (up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J"
  }

  private func rows(of screen: Screen) -> [Row] {
    (screen.lines + [Screen.Line(screen.prompt)]).flatMap { line in
      let text = style.marks(VisibleText.line(line.text))
      return Screen.Line(text, line.emphasis, hanging: line.hanging).rows(in: size).map {
        Row(text: style.emphasized($0, line.emphasis), width: ScreenText.width($0))
      }
    }
  }

  private func send(_ text: String) {
    if !text.isEmpty { terminal.write(Array(text.utf8)) }
  }
}
