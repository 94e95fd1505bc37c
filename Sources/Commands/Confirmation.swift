import Instruments
import Records
import Text

/// What a person reads after an assessment was written: what changed, and what is known now.
struct Confirmation {
  let entry: AssessmentEntry
  /// The participant's other assessments that count.
  let known: [Assessment]
  let baseline: TimepointID
  /// What the program wants said beside an answer that needs a person's attention.
  let attentionMessage: String?

  /// - Parameter known: the participant's assessments that counted before.
  init(_ entry: AssessmentEntry, _ known: [Assessment], _ program: Program) {
    self.entry = entry
    self.known = known
    baseline = program.settings.baseline.id
    attentionMessage = program.settings.attentionMessage
  }

  /// Prints one line about the score, and one for each thing that a person should look at.
  /// - Parameter correction: what stood there before; nil unless it was corrected.
  func print(to console: Console, corrected correction: Assessment? = nil) {
    for line in [scoreLine(correction)] + windowLine + attentionLines { console.print(line) }
  }

  private func scoreLine(_ correction: Assessment?) -> String {
    var line = "\(entry.participant.id) · \(entry.timepoint.id) · \(entry.instrument.name)"
    line += entry.score.value.map { " = \(Self.shown($0))" } ?? ""
    if let note = entry.score.note { line += entry.score.value == nil ? " \(note)" : ", \(note)" }
    if let correction {
      line += ", corrected from \(correction.score.map(Self.shown) ?? "not scorable")"
    }
    return line + change
  }

  private var change: String {
    guard entry.timepoint.id != baseline, let score = entry.score.value else { return "" }
    let before = known.first { $0.timepoint == baseline && $0.instrument == entry.instrument.id }
    guard let before = before?.score else { return " (no baseline score)" }
    return " (was \(Self.shown(before)) at baseline, \(Self.signed(score - before)))"
  }

  private var windowLine: [String] {
    let enrolledOn = entry.participant.enrolledOn
    if entry.timepoint.contains(entry.date, enrolledOn: enrolledOn) { return [] }
    let opens = entry.timepoint.opens(enrolledOn: enrolledOn)
    let closes = entry.timepoint.closes(enrolledOn: enrolledOn)
    return [
      "  outside the window of \(entry.timepoint.id) (\(opens) to \(closes)); it counts and is flagged"
    ]
  }

  private var attentionLines: [String] {
    guard let answers = entry.answers else { return [] }
    let risks = entry.instrument.needsAttention(answers: answers).map { risk in
      let answer = answers[risk.item - 1].map(String.init) ?? ""
      return "  ! needs a person's attention today: \(entry.instrument.itemName(risk.item))"
        + " was answered \(answer)"
    }
    return risks + (risks.isEmpty ? [] : attentionMessage.map { ["    \($0)"] } ?? [])
  }

  /// A score as a person reads it.
  static func shown(_ score: Double) -> String {
    NumberText.shortest(score).replacing("-", with: "−")
  }

  /// A difference with its sign: `−2`, `+3`, `no change`.
  static func signed(_ difference: Double) -> String {
    let digits = NumberText.shortest((difference * 1e9).rounded() / 1e9)
    if difference == 0 { return "no change" }
    return difference < 0 ? digits.replacing("-", with: "−") : "+" + digits
  }
}
