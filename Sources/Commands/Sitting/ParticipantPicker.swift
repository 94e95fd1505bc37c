import Records
import Text

/// The choice of a participant from a list that narrows while one types.
struct ParticipantPicker {
  /// A participant to choose.
  struct Candidate: Equatable {
    let id: ParticipantID
    /// The values of the attributes that are known.
    let attributes: [String]
    /// The date of the latest assessment; nil if there is none.
    let lastRecord: CalendarDate?
    /// What is due, in a few words; empty if nothing is.
    let due: String
    /// True if a window is open and forms are missing.
    let isDue: Bool
    /// The id and the attributes, as typed words are compared with them.
    private let texts: [String]

    init(
      id: ParticipantID, attributes: [String], lastRecord: CalendarDate?, due: String, isDue: Bool
    ) {
      (self.id, self.attributes, self.lastRecord) = (id, attributes, lastRecord)
      (self.due, self.isDue) = (due, isDue)
      texts = ([id.rawValue] + attributes).map { $0.lowercased() }
    }

    fileprivate func matches(_ words: [String]) -> Bool {
      words.allSatisfy { word in
        texts[0].contains(word)
          || texts.dropFirst().contains { text in
            text.split(separator: " ").contains { $0.hasPrefix(word) } || text.hasPrefix(word)
          }
      }
    }
  }

  enum Outcome: Equatable {
    case stays
    case takes(ParticipantID)
    case leaves
  }

  private let program: String
  private let today: CalendarDate
  /// The number of open alerts.
  private let alerts: Int
  /// All candidates, those to ask first at the start.
  private let candidates: [Candidate]
  private(set) var matching: [Candidate]
  /// True if `q` can be a part of an id or begin an attribute, and is therefore not a command.
  private let isQTyped: Bool
  private var typed = ""
  /// The position of the marked candidate in `matching`.
  private var marked = 0
  private var message: [String]
  private var isExplaining = false
  /// True while an Enter may belong to the letter that left the participant before.
  private var mayFollowLetter: Bool

  /// - Parameters:
  ///   - message: what to say above the prompt, such as why the last choice was refused.
  ///   - isLeft: true if the person left the participant before.
  init(
    _ program: String, _ candidates: [Candidate], alerts: Int = 0, today: CalendarDate,
    message: [String] = [], afterLeaving isLeft: Bool = false
  ) {
    mayFollowLetter = isLeft
    (self.program, self.candidates, self.today) = (program, candidates, today)
    self.alerts = alerts
    (matching, self.message) = (candidates, message)
    isQTyped = candidates.contains { $0.matches(["q"]) }
  }

  mutating func press(_ key: Key) -> Outcome {
    defer { mayFollowLetter = false }
    let wasExplaining = isExplaining
    (message, isExplaining) = ([], false)
    switch key {
    case .enter where wasExplaining, .line("") where wasExplaining: break
    case .line(let text): return press(line: text.trimmed)
    case .interrupt, .end: return .leaves
    case .enter where mayFollowLetter:
      message = matching.first.map { ["press Enter again to take \($0.id)"] } ?? []
    case .character("q") where typed.isEmpty && !isQTyped: return .leaves
    case .character("?"): isExplaining = true
    case .enter: return take()
    case .up: marked = max(0, marked - 1)
    case .down: marked = min(max(matching.count - 1, 0), marked + 1)
    case .escape: narrow(to: "")
    case .backspace where !typed.isEmpty: narrow(to: String(typed.dropLast()))
    case .character(let character): narrow(to: typed + String(character))
    default: break
    }
    return .stays
  }

  /// Takes a whole line, where the list cannot narrow while one types: an id that is there, or the
  /// only one that is left, is taken; otherwise those left are shown.
  private mutating func press(line: String) -> Outcome {
    if line.isEmpty { return take() }
    if line == "?" { return press(.character("?")) }
    if line == "q", !isQTyped { return .leaves }
    narrow(to: line)
    // The next line is typed anew.
    defer { typed = "" }
    if let exact { return .takes(exact) }
    return matching.count == 1 || matching.isEmpty ? take() : .stays
  }

  private mutating func narrow(to text: String) {
    typed = text
    let words = text.lowercased().split(separator: " ").map(String.init)
    matching = candidates.filter { $0.matches(words) }
    if let exact, let position = matching.firstIndex(where: { $0.id == exact }) {
      matching.insert(matching.remove(at: position), at: 0)
    }
    marked = 0
  }

  /// The id that was typed whole.
  private var exact: ParticipantID? {
    matching.first { $0.id.rawValue == typed.trimmed }?.id
  }

  private mutating func take() -> Outcome {
    guard matching.indices.contains(marked) else {
      let near = NearMiss.suggestion(for: typed, among: candidates.map(\.id.rawValue))
      message = [
        candidates.isEmpty
          ? "nobody is enrolled yet: use `outcomes enroll`"
          : "nobody has an id or an attribute with “\(typed)”"
            + (near.map { ": \($0)" } ?? "; `outcomes enroll` adds a participant")
      ]
      return .stays
    }
    return .takes(matching[marked].id)
  }
}

extension ParticipantPicker {
  func screen(_ size: Terminal.Size) -> Screen {
    let due = candidates.count(where: \.isDue)
    let people =
      switch due {
      case 0: "nobody is due"
      case 1: "1 participant due"
      default: "\(due) participants due"
      }
    let open =
      switch alerts {
      case 0: ""
      case 1: " · 1 alert open: see `outcomes alerts`"
      default: " · \(alerts) alerts open: see `outcomes alerts`"
      }
    let heading = Screen.Line("\(program) · \(today) · \(people)\(open)", .strong, hanging: 2)
    let leave = isQTyped ? "[Ctrl-C] leave" : "[q] leave"
    let keys = Screen.Line("type an id or attribute   [Enter] selects “>”   [?] help   \(leave)")
    if isExplaining {
      return Screen([heading] + Self.explanation, prompt: Screen.goOn, takesText: true)
    }
    let around = Screen(
      [heading, keys], message: message, prompt: "Who? \(typed)", takesText: true)
    // One row is for the number of those who are not listed.
    let (listed, count) = list(size, rows: size.rows - around.height(in: size) - 1)
    let rest = matching.count - count
    var screen = around
    screen.lines.insert(
      contentsOf: listed + (rest > 0 ? [Screen.Line("  and \(rest) more: keep typing")] : []),
      at: 1)
    return screen
  }

  /// The lines of the candidates who are listed, and their number: 10 if they fit, and always 3.
  private func list(_ size: Terminal.Size, rows: Int) -> ([Screen.Line], count: Int) {
    var count = min(10, matching.count)
    while true {
      // The marked candidate stays in sight.
      let first = max(0, min(marked - count + 1, matching.count - count))
      let listed = Array(matching[first..<first + count])
      let lines = Self.lines(of: listed, marked: marked - first, width: size.columns - 1)
      if count <= 3 || lines.reduce(0, { $0 + $1.height(in: size) }) <= rows {
        return (lines, count)
      }
      count -= 1
    }
  }

  private static let explanation = [
    Screen.Line(
      "The list shows who is to be asked first. Type a part of an id, or the beginning of an"
        + " attribute, to make it shorter; several words must all match.", hanging: 2),
    Screen.Line("Up and Down move the “>”, Escape removes what was typed.", hanging: 2),
  ]

  /// The candidates in columns: mark, id, attributes, last record and what is due. Where these do
  /// not fit, the last two stand on a line of their own.
  private static func lines(
    of candidates: [Candidate], marked: Int, width: Int
  ) -> [Screen.Line] {
    let cells = candidates.map { candidate in
      [
        candidate.id.rawValue, candidate.attributes.joined(separator: " "),
        candidate.lastRecord.map { "last \($0)" } ?? "no forms yet", candidate.due,
      ]
    }
    let widths = (0..<4).map { column in
      cells.map { ScreenText.width($0[column]) }.max() ?? 0
    }
    func row(_ cells: [String], _ columns: Range<Int>) -> String {
      columns.filter { widths[$0] > 0 }.map { ScreenText.column(cells[$0], widths[$0]) }
        .joined(separator: "  ").trimmedAtEnd
    }
    let fits = widths.reduce(2 + 2 * 3, +) <= width
    let margin = String(repeating: " ", count: 2 + widths[0] + 2)
    return cells.enumerated().flatMap { index, cells in
      let mark = index == marked ? "> " : "  "
      if fits { return [Screen.Line(mark + row(cells, 0..<4))] }
      return [
        Screen.Line(mark + row(cells, 0..<2), hanging: margin.count),
        Screen.Line(margin + row(cells, 2..<4), hanging: margin.count),
      ]
    }
  }
}
