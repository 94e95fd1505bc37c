import Analysis
import Instruments
import Records
import Reports
import Text

/// What a complete form says, before it is saved: the score, its band, the change since baseline,
/// and the answers that need attention.
struct FormReview {
  private let entry: AssessmentEntry
  private let change: ChangeFromBaseline?
  private let attentionMessage: String?

  /// - Parameter known: the participant's assessments that count.
  init(_ entry: AssessmentEntry, _ known: [Assessment], _ program: Program) {
    self.entry = entry
    change = ChangeFromBaseline(entry, known, program)
    attentionMessage = program.settings.attentionMessage
  }

  var lines: [Screen.Line] {
    let meaning = [band, reliability].compactMap { $0 }.joined(separator: " · ")
    return [Screen.Line("\(entry.instrument.name) \(score)", .strong, hanging: 2)]
      + (meaning.isEmpty ? [] : [Screen.Line("  \(meaning)", hanging: 2)]) + attention
  }

  private var score: String {
    let value = entry.score.value.map { "= \(Confirmation.shown($0))" }
    let parts = [value, entry.score.note].compactMap { $0 }
    return parts.joined(separator: ", ") + (change.map { " (\($0.words))" } ?? "")
  }

  private var band: String? {
    let text = entry.instrument.bandText(for: entry.score.value)
    return text.isEmpty ? nil : text
  }

  /// The change compared with a published reliable change; nil if there is none.
  private var reliability: String? {
    guard let change, let before = change.before, change.now != before,
      let threshold = entry.instrument.threshold(.reliableChange)
    else { return nil }
    let verdict = ChangeRule(threshold).verdict(
      on: ScorePair(baseline: before, followUp: change.now), of: entry.instrument)
    let source = threshold.source.isVerified ? "" : ", unverified"
    let difference = change.now - before
    let points = entry.instrument.reliableChange(inDirectionOf: difference) ?? threshold.value
    let size = "\(threshold.comparison.sign) \(NumberText.shortest(points)) points\(source)"
    let words =
      switch verdict {
      case .same: "less than a reliable change"
      case .better: "a reliable change for the better"
      case .worse: "a reliable change for the worse"
      }
    return "\(Confirmation.signed(difference)) is \(words) (\(size))"
  }

  private var attention: [Screen.Line] {
    guard entry.answers != nil else { return [] }
    let needed = entry.instrument.attention(answers: entry.answers).answers
    let lines = needed.map {
      Screen.Line(
        "! \(AttentionNotes.text(item: $0.item, code: $0.code, entry.instrument))", .alert,
        hanging: 2)
    }
    let advice = lines.isEmpty ? nil : attentionMessage
    return lines + [advice].compactMap { $0 }.map { Screen.Line("  \($0)", hanging: 2) }
  }
}
