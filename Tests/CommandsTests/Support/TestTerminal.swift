import Synchronization

@testable import Commands

/// A terminal at which a test types. It shows what is written to it as a real one does, as far as
/// the program needs it, and keeps what is seen whenever the program waits for the next group of
/// keys.
final class TestTerminal: Sendable {
  /// The beginning of a line of keys in a transcript.
  static let mark = ">>> "

  private struct State {
    var groups: [String]
    var keys: [String] = []
    var session: [String] = []
    var screen = EmulatedScreen()
    /// The rows that were printed to stay, and how many of them are in `session`.
    var printed = 0
    var kept = 0

    /// Takes what is seen now into the session, without what was printed before and is in it.
    mutating func look() {
      session += screen.lines.dropFirst(kept)
      kept = printed
    }
    var mode = Terminal.Mode.asFound
    var modes: [Terminal.Mode] = []
    var written: [String] = []
    var window: Terminal.Size
    var wasInterrupted = false
    var suspensions = 0
  }

  private let state: Mutex<State>
  /// What happens elsewhere when the test types `<meanwhile>`.
  private let meanwhile: @Sendable () -> Void

  /// - Parameters:
  ///   - groups: lines of keys as in a transcript, with or without the mark.
  ///   - meanwhile: what happens elsewhere when `<meanwhile>` is typed.
  init(
    _ groups: [String], _ window: Terminal.Size = Terminal.Size(columns: 80, rows: 24),
    meanwhile: @escaping @Sendable () -> Void = {}
  ) {
    state = Mutex(State(groups: groups, window: window))
    self.meanwhile = meanwhile
  }

  var terminal: Terminal {
    Terminal(
      setMode: { mode in
        self.state.withLock {
          $0.mode = mode
          $0.modes.append(mode)
        }
      },
      read: { milliseconds in milliseconds == nil ? self.read() : .nothing },
      write: { bytes in
        self.state.withLock {
          $0.screen.show(String(decoding: bytes, as: UTF8.self))
          $0.written.append(String(decoding: bytes, as: UTF8.self))
        }
      }, size: { self.state.withLock(\.window) },
      suspend: { self.state.withLock { $0.suspensions += 1 } },
      interrupt: { self.state.withLock { $0.wasInterrupted = true } })
  }

  /// Every mode that was set, in order.
  var modes: [Terminal.Mode] { state.withLock(\.modes) }
  /// Every text that was written as a part of a screen, in order.
  var written: [String] { state.withLock(\.written) }
  var wasInterrupted: Bool { state.withLock(\.wasInterrupted) }
  var suspensions: Int { state.withLock(\.suspensions) }

  /// What is seen now.
  var screen: [String] { state.withLock { $0.screen.lines } }

  /// What was seen before each group of keys, the keys, and what is seen at the end; then the keys
  /// that nobody waited for.
  var session: [String] {
    state.withLock { state in
      state.look()
      return state.session + state.groups
    }
  }

  /// Shows what a command prints to stay.
  func show(_ bytes: [UInt8]) {
    state.withLock {
      $0.screen.show(String(decoding: bytes, as: UTF8.self))
      $0.printed = $0.screen.lines.count
    }
  }

  private func read() -> Terminal.Input {
    state.withLock { state in
      if state.keys.isEmpty {
        guard !state.groups.isEmpty else { return .ended }
        let group = state.groups.removeFirst()
        state.look()
        state.session.append(group)
        let words = group.hasPrefix(Self.mark) ? group.dropFirst(Self.mark.count) : group[...]
        state.keys = words.split(separator: " ").flatMap(Self.keys)
      }
      if state.keys.first == "<meanwhile>" {
        state.keys.removeFirst()
        meanwhile()
        return .nothing
      }
      if state.keys.first == "<narrow>" {
        state.keys.removeFirst()
        state.window = Terminal.Size(columns: 10, rows: state.window.rows)
        return .resized
      }
      if state.mode != .asFound { return .bytes(Array(state.keys.removeFirst().utf8)) }
      // The system shows what is typed and gives it out in lines.
      let line = state.keys.prefix { $0 != "\r" }.joined()
      state.keys.removeFirst(min(line.count + 1, state.keys.count))
      state.screen.show(line + "\n")
      state.printed = state.screen.lines.count
      state.kept = state.printed
      return .bytes(Array((line + "\n").utf8))
    }
  }

  private static func keys(_ word: Substring) -> [String] {
    named[String(word)].map { [$0] } ?? word.map(String.init)
  }

  private static let named = [
    "<enter>": "\r", "<left>": "\u{1B}[D", "<right>": "\u{1B}[C", "<up>": "\u{1B}[A",
    "<down>": "\u{1B}[B", "<backspace>": "\u{7F}", "<ctrl-c>": "\u{3}", "<ctrl-d>": "\u{4}",
    "<ctrl-z>": "\u{1A}", "<space>": " ", "<escape>": "\u{1B}", "<narrow>": "<narrow>",
    "<meanwhile>": "<meanwhile>",
  ]
}

/// The rows of a terminal after some output, without a limit to their number.
struct EmulatedScreen {
  private var rows: [[Character]] = [[]]
  private var row = 0
  private var column = 0

  /// The rows without spaces at their ends; empty ones at the end are left out.
  var lines: [String] {
    let lines = rows.map { row in String(String(row).reversed().drop { $0 == " " }.reversed()) }
    return Array(lines.reversed().drop { $0.isEmpty }.reversed())
  }

  mutating func show(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n": moveDown()
      case "\r": column = 0
      case "\u{1B}":
        rest.removeFirst()
        let number = rest.prefix { $0.properties.numericType != nil || $0 == ";" }
        rest.removeFirst(number.count)
        act(rest.popFirst(), Int(String(number)) ?? 1)
      default: put(Character(scalar))
      }
    }
  }

  private mutating func moveDown() {
    (row, column) = (row + 1, 0)
    if row == rows.count { rows.append([]) }
  }

  private mutating func put(_ character: Character) {
    if column < rows[row].count {
      rows[row][column] = character
    } else {
      rows[row].append(character)
    }
    column += 1
  }

  private mutating func act(_ command: Unicode.Scalar?, _ number: Int) {
    switch command {
    case "A": row = max(0, row - number)
    case "J":
      rows.removeSubrange((row + 1)...)
      rows[row].removeSubrange(min(column, rows[row].count)...)
    default: break
    }
  }
}
