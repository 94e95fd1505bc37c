import Instruments
import Records
import Text

/// What is said about an entry's answers to risk items.
struct AttentionNotes {
  private let entry: AssessmentEntry
  /// What is known of them now; what was known before, nil where nothing was.
  private let now: Attention
  private let before: Attention?
  /// What the program wants said beside an answer that needs a person's attention.
  private let message: String?

  /// - Parameter history: the participant's lines before the entry, in the order of the file.
  init(_ entry: AssessmentEntry, _ history: [Assessment], message: String?) {
    self.entry = entry
    self.message = message
    let lines = history.filter {
      $0.timepoint == entry.timepoint.id && $0.instrument == entry.instrument.id
    }
    let typed = entry.instrument.attention(answers: entry.answers)
    before = Assessment.attention(after: lines, entry.instrument)
    now = before.map(typed.following) ?? typed
  }

  /// Lines for the confirmation.
  var lines: [String] {
    let alerts = alertTexts
    let advice = alerts.isEmpty ? [] : message.map { ["    \($0)"] } ?? []
    return alerts.map { "  ! \($0)" } + advice + unknownLines
  }

  /// The same alerts by themselves: they say whom they are about.
  var alerts: [Diagnostic] {
    let name = "\(entry.participant.id) · \(entry.timepoint.id) · \(entry.instrument.name)"
    return alertTexts.map { Diagnostic("\(name) \($0)", remedy: message) }
  }

  private var alertTexts: [String] {
    let needed = now.answers.map { answer in
      let item = entry.instrument.itemName(answer.item)
      return answer.isEarlier
        ? "still needs a person's attention: \(item) is no longer known, and was answered"
          + " \(answer.code) before"
        : "needs a person's attention today: \(item) was answered \(answer.code)"
    }
    let stillNeeded = Set(now.answers.map(\.item))
    let takenBack = (before?.answers ?? []).filter { !stillNeeded.contains($0.item) }.map {
      answer in
      "needed a person's attention before this correction:"
        + " \(entry.instrument.itemName(answer.item)) was answered \(answer.code)"
    }
    return needed + takenBack
  }

  private var unknownLines: [String] {
    let told = Set(now.answers.map(\.item))
    return now.unknownItems.filter { !told.contains($0) }.map { item in
      let why = entry.answers == nil ? "only the total was entered" : "it was left out"
      return "  \(entry.instrument.itemName(item)) is not known: \(why)"
    }
  }
}
