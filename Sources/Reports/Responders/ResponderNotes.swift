import Documents
import Analysis
import Instruments

/// Says how the numbers are made, so that they can be repeated, and where their rules come from.
enum ResponderNotes {
  /// - Parameter withProportions: whether shares at two times are told.
  static func block(for analysis: ResponderAnalysis, withProportions: Bool) -> Block {
    var notes = [
      "reliable change index: change ÷ (√2 × sd × √(1 − reliability)), reliable where it exceeds"
        + " 1.96 (1.959963984540054), up or down (Jacobson and Truax 1991, doi"
        + " 10.1037/0022-006X.59.1.12). Groups are measured by everybody's sd, reliability and"
        + " cutoffs. The reliability is the one given with --reliability, else the first that was"
        + " published for the instrument, else Cronbach's alpha of the answers at baseline, if it is .70"
        + " or more. Alpha is often higher than a retest reliability, and then more changes count as"
        + " reliable.",
      "cutoffs, toward health: a, 2 sd from the mean at baseline; b, within 2 sd of the norm's mean;"
        + " c, equally many sd from both.",
      "recovered: reliably better and across the line; improved: reliably better, not across it; deteriorated:"
        + " reliably worse, not across it; deteriorated and crossed: reliably worse and across it. Reliable is by the first published threshold or, without one or with --reliable-by index, by the index.",
      "95 % CI of shares: Wilson (R: prop.test with correct = FALSE). kappa: Cohen's, of better, same"
        + " and worse.",
    ]
    if withProportions, analysis.measures.contains(where: { !$0.proportions.isEmpty }) {
      notes.append(
        "counts and shares at two times: of those scored at both. p: exact McNemar test of those who moved in"
          + " against those who moved out, not adjusted for the number of rows. 95 % CI of the"
          + " difference: Newcombe 1998, Statistics in Medicine 17(22):2635-2650, method 10.")
    }
    if analysis.timepoint == nil {
      notes.append(
        "the follow-up is each participant's own last score after baseline, whatever the timepoint."
      )
    }
    notes += sources(of: analysis, withBands: withProportions)
    if !analysis.talkingTherapies.isEmpty { notes.append(talkingTherapies) }
    if !analysis.depression.isEmpty { notes.append(depression) }
    return .notes("How these numbers are made", notes)
  }

  private static func sources(
    of analysis: ResponderAnalysis, withBands: Bool
  ) -> [String] {
    analysis.measures.filter { $0.group == nil }.flatMap { measure in
      measure.instrument.thresholds.map {
        "\(measure.instrument.name) \($0.label): \($0.source.text)."
      }
        + [withBands ? measure.instrument.bandsSource : nil].compactMap(\.self).map {
          "\(measure.instrument.name) bands: \($0.text)."
        }
    }
  }

  private static let talkingTherapies =
    "caseness: PHQ-9 or GAD-7 at its threshold or above; recovered: at caseness before, and not after."
    + " Reliably improved: reliably better on one measure and worse on none; the mirror rule for those"
    + " who deteriorated is this program's reading, and the Child Outcomes Research Consortium (CORC)"
    + " counts any measure reliably worse. The NHS compares the first score with the last: --timepoint"
    + " last does so."

  private static let depression =
    "response: PHQ-9 at least 50 % lower; remission: PHQ-9 below 5 (National Committee for Quality"
    + " Assurance, HEDIS, Depression Remission or Response, as quoted by insurers). Of those due,"
    + " those without a follow-up count as without response; of those followed, they are left out."
}
