import Instruments
import Records
import Text

/// The notes about answers to risk items after an assessment was entered, corrected or voided.
struct AttentionNotes {
  private let participant: ParticipantID
  private let key: AssessmentKey
  /// The answers that need attention now, and those before; nil if nothing was known before.
  private let now: Attention
  private let before: Attention?
  /// True if only the total was entered.
  private let isTotal: Bool
  /// The program's own message beside an answer that needs a person's attention.
  private let message: String?

  /// - Parameters:
  ///   - history: the participant's lines before this one, in the order of the file.
  ///   - line: the line that was written.
  init(_ key: AssessmentKey, _ history: [Assessment], _ line: Assessment, _ program: Program) {
    participant = line.participant
    self.key = key
    message = program.settings.attentionMessage
    let lines = history.filter(line.hasSameKey)
    before = Assessment.attention(after: lines, key.instrument)
    now = Assessment.attention(after: lines + [line], key.instrument) ?? .none
    isTotal = line.answers == nil
  }

  /// The lines for the confirmation.
  var lines: [String] {
    let alerts = alertTexts
    let advice = alerts.isEmpty ? [] : message.map { ["    \($0)"] } ?? []
    return alerts.map { "  ! \($0)" } + advice + unknownLines
  }

  /// The alerts on their own, each with the participant, timepoint and instrument.
  var alerts: [Diagnostic] {
    let name = "\(participant) · \(key.timepoint.id) · \(key.instrument.name)"
    return alertTexts.map { Diagnostic("\(name) \($0)", remedy: message) }
  }

  private var alertTexts: [String] {
    let needed = now.answers.map { answer in
      let item = key.instrument.itemName(answer.item)
      return answer.isEarlier
        ? "still needs a person's attention: \(item) was answered \(answer.code), and the new entry"
          + " gives no answer to it"
        : "needs a person's attention today: \(item) was answered \(answer.code)"
    }
    let stillNeeded = Set(now.answers.map(\.item))
    let takenBack = (before?.answers ?? []).filter { !stillNeeded.contains($0.item) }.map {
      answer in
      "needed a person's attention before this change:"
        + " \(key.instrument.itemName(answer.item)) was answered \(answer.code)"
    }
    return needed + takenBack
  }

  private var unknownLines: [String] {
    let shown = Set(now.answers.map(\.item))
    return now.unknownItems.filter { !shown.contains($0) }.map { item in
      let why = isTotal ? "only the total was entered" : "it was left out"
      return "  \(key.instrument.itemName(item)) is not known: \(why)"
    }
  }
}
