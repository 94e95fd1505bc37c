import Instruments
import Records
import Text

/// The change of a score since baseline, as it is confirmed to the person who enters the form.
struct ChangeFromBaseline: Equatable {
  /// The score at baseline; nil if there is none.
  let before: Double?
  let now: Double

  /// Nil for a form of the baseline itself, and for one without a score.
  /// - Parameter known: the participant's assessments that count.
  init?(_ entry: AssessmentEntry, _ known: [Assessment], _ program: Program) {
    let baseline = program.settings.baseline.id
    guard entry.timepoint.id != baseline, let score = entry.score.value else { return nil }
    now = score
    before = known.first { $0.timepoint == baseline && $0.instrument == entry.instrument.id }?.score
  }

  var difference: Double? { before.map { now - $0 } }

  /// The change in words: `was 8 at baseline, −3`.
  var words: String {
    guard let before else { return "no baseline score" }
    return "was \(Confirmation.shown(before)) at baseline, \(Confirmation.signed(now - before))"
  }
}
