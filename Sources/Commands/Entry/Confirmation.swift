import Instruments
import Records
import Text

/// The confirmation after an assessment was written: what changed, and what is known now.
struct Confirmation {
  private let entry: AssessmentEntry
  private let change: ChangeFromBaseline?
  /// The assessment that the entry replaced; nil if there was none.
  private let replaced: Assessment?
  private let attention: AttentionNotes
  /// Doubts that nobody could be asked about.
  private let doubts: [Diagnostic]

  /// - Parameters:
  ///   - history: the participant's lines before the entry, in the order of the file.
  ///   - line: the line that was written.
  ///   - replaced: the assessment that it corrects; nil if it corrects none.
  ///   - doubts: those that nobody could be asked about.
  ///   - following: the lines that were written after it with the same command.
  init(
    _ entry: AssessmentEntry, _ history: [Assessment], _ line: Assessment, _ program: Program,
    replaced: Assessment? = nil, doubts: [Doubt] = [], following: [Assessment] = []
  ) {
    self.entry = entry
    self.replaced = replaced
    change = ChangeFromBaseline(entry, Assessment.latest(history), program)
    attention = AttentionNotes(entry.key, history, line, program, following: following)
    self.doubts = doubts.filter { !$0.isConfirmed }.map { doubt in
      Diagnostic(
        "\(entry.name): \(doubt.message)",
        remedy: "it was entered as typed; if that is wrong, take it back with `outcomes undo`")
    }
  }

  /// Prints the alerts and doubts to standard error, then one line about the score and one for each
  /// note. The alerts come first, so that they appear even if nothing can be printed to standard
  /// output.
  func print(to console: Console) {
    console.sayAll(attention.alerts)
    console.sayAll(doubts)
    for line in [scoreLine] + windowLine + attention.lines { console.print(line) }
  }

  private var scoreLine: String {
    var line =
      "\(entry.participant.id) · \(entry.timepoint.id) · \(entry.date) · \(entry.instrument.name)"
    line += entry.score.value.map { " = \(Self.shown($0))" } ?? ""
    if let note = entry.score.note { line += entry.score.value == nil ? " \(note)" : ", \(note)" }
    return line + correction + (change.map { " (\($0.words))" } ?? "")
  }

  private var correction: String {
    guard let replaced else { return "" }
    let isRedated = replaced.date != entry.date
    let day = isRedated ? ", previously dated \(replaced.date)" : ""
    let isRescored = replaced.score != entry.score.value || replaced.answers != entry.answers
    if isRedated, !isRescored { return day }
    return ", corrected from \(replaced.score.map(Self.shown) ?? "not scorable")" + day
  }

  private var windowLine: [String] {
    let enrolledOn = entry.participant.enrolledOn
    if entry.timepoint.contains(entry.date, enrolledOn: enrolledOn) { return [] }
    let opens = entry.timepoint.opens(enrolledOn: enrolledOn)
    let closes = entry.timepoint.closes(enrolledOn: enrolledOn)
    return [
      "  outside the window of \(entry.timepoint.id) (\(opens) to \(closes)); it counts"
        + " and is flagged"
    ]
  }

  /// Returns a score with a minus sign in place of a hyphen.
  static func shown(_ score: Double) -> String {
    NumberText.shortest(score).replacing("-", with: "−")
  }

  /// Returns a difference with its sign: `−2`, `+3`, `no change`.
  static func signed(_ difference: Double) -> String {
    let digits = NumberText.shortest((difference * 1e9).rounded() / 1e9)
    if difference == 0 { return "no change" }
    return difference < 0 ? digits.replacing("-", with: "−") : "+" + digits
  }
}
