import Documents
import Analysis
import Instruments

/// The notes on how the numbers of `outcomes responders` are computed, so that they can be
/// reproduced, with the sources of the rules.
enum ResponderNotes {
  /// - Parameter withProportions: true if the report has shares at two times.
  static func block(for analysis: ResponderAnalysis, withProportions: Bool) -> Block {
    var notes = [
      "reliable change index: change ÷ (√2 × sd × √(1 − reliability)), reliable beyond ±1.96"
        + " (1.959963984540054; Jacobson and Truax 1991, doi 10.1037/0022-006X.59.1.12). Groups"
        + " are judged by the whole cohort's sd, reliability and cutoffs. The reliability is the"
        + " one given with --reliability, otherwise the first one published for the instrument,"
        + " otherwise Cronbach's alpha of the baseline answers if it is at least .70. Alpha is"
        + " often higher than a retest reliability, and then more changes count as reliable.",
      "cutoffs, in the direction of better scores: a, 2 sd from the baseline mean; b, within 2 sd"
        + " of the norm's mean; c, the same number of sd from both.",
      "recovered: reliably better, and crossed the cutoff; improved: reliably better, not crossed;"
        + " deteriorated: reliably worse, with or without crossing back. Reliably: by the first"
        + " published threshold, or by the index if there is none or with --reliable-by index.",
      "95 % CI of shares: Wilson (R: prop.test with correct = FALSE). kappa: Cohen's, of better,"
        + " same and worse.",
    ]
    if withProportions, analysis.measures.contains(where: { !$0.proportions.isEmpty }) {
      notes.append(
        "counts and shares at two times: participants scored at both. p: exact McNemar test of the"
          + " numbers that moved in and out, not adjusted for the number of rows. 95 % CI of the"
          + " difference: Newcombe 1998, Statistics in Medicine 17(22):2635-2650, method 10.")
    }
    if analysis.timepoint == nil {
      notes.append(
        "the follow-up is each participant's last score after baseline, at whatever timepoint."
      )
    }
    notes += sources(of: analysis, withBands: withProportions)
    if !analysis.talkingTherapies.isEmpty { notes.append(talkingTherapies) }
    if !analysis.depression.isEmpty { notes.append(depression) }
    return .notes("How these numbers are computed", notes)
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
    "caseness: PHQ-9 or GAD-7 at or above its threshold; recovered: at caseness before but not"
    + " after. Reliably improved: reliably better on one measure and reliably worse on none;"
    + " mirroring this rule for deterioration is an interpretation made here, whereas the Child"
    + " Outcomes Research Consortium (CORC) counts any measure reliably worse. The NHS compares"
    + " the first score with the last, as --timepoint last does."

  private static let depression =
    "response: PHQ-9 at least 50 % lower; remission: PHQ-9 below 5 (National Committee for Quality"
    + " Assurance, HEDIS, Depression Remission or Response, as quoted by insurers). Among those"
    + " due, participants without a follow-up score count as no response; among those followed up,"
    + " they are left out."
}
