import Instruments
import Records
import Text

/// The notes about answers to risk items after an assessment was entered, corrected or voided.
struct AttentionNotes {
  private let participant: ParticipantID
  private let key: AssessmentKey
  private let now: AlertState
  /// True if only the total was entered.
  private let isTotal: Bool
  /// The program's own message beside an answer that needs a person's attention.
  private let message: String?

  /// - Parameters:
  ///   - history: the participant's lines before this one, in the order of the file.
  ///   - line: the line that was written.
  ///   - following: the lines that were written after it with the same command.
  init(
    _ key: AssessmentKey, _ history: [Assessment], _ line: Assessment, _ program: Program,
    following: [Assessment] = []
  ) {
    participant = line.participant
    self.key = key
    message = program.settings.attentionMessage
    now = key.alerts(in: history + [line] + following)
    isTotal = line.answers == nil
  }

  /// The lines for the confirmation.
  var lines: [String] {
    let alerts = now.open.map { "  ! \(text($0))" }
    guard !alerts.isEmpty else { return unknownLines }
    return alerts + (message.map { ["    \($0)"] } ?? [])
      + ["    To close this alert: \(command)"] + unknownLines
  }

  /// The command that says what was done.
  private var command: String {
    "outcomes acknowledge \(participant) \(key.timepoint.id) \(key.instrument.id) --reason TEXT"
  }

  /// The alerts on their own, each with the participant, timepoint and instrument.
  var alerts: [Diagnostic] {
    let name = "\(participant) · \(key.timepoint.id) · \(key.instrument.name)"
    return now.open.map { Diagnostic("\(name) \(text($0))", remedy: message) }
  }

  private func text(_ alert: AlertState.Alert) -> String {
    let answer = "\(key.instrument.itemName(alert.item)) was answered \(alert.code)"
    return switch alert.basis {
    case .current: Self.text(item: alert.item, code: alert.code, key.instrument)
    case .earlier:
      "still needs a person's attention: \(answer), and the new entry gives no answer to it"
    case .takenBack: "has an open alert: \(answer), and that entry was later corrected or voided"
    }
  }

  /// The text about an answer that needs attention.
  static func text(item: Int, code: Int, _ instrument: Instrument) -> String {
    "needs a person's attention today: \(instrument.itemName(item)) was answered \(code)"
  }

  private var unknownLines: [String] {
    guard !now.unknown.isEmpty else { return [] }
    return now.unknown.map { unknown in
      let why = isTotal ? "only the total was entered" : "it was left out"
      return "  \(key.instrument.itemName(unknown.item)) is not known: \(why)"
    } + ["    `outcomes alerts` lists it until its answer is entered, or you run: \(command)"]
  }
}

extension AssessmentKey {
  /// The alerts of the assessment with this key after a participant's lines.
  /// - Parameter history: the participant's lines, in the order of the file.
  func alerts(in history: [Assessment]) -> AlertState {
    AlertState(
      after: history.filter { $0.timepoint == timepoint.id && $0.instrument == instrument.id },
      instrument)
  }
}
