import Documents
import Analysis

/// Names the conventions that a summary's numbers follow.
enum ConventionNotes {
  static func block(for measures: [MeasureSummary]) -> Block {
    let showsPercent = measures.contains { $0.instrument.metric.allowsPercentChange }
    return .notes("How these numbers are made", always + (showsPercent ? percent : []) + last)
  }

  private static let always = [
    "n, mean, sd and quartiles: everybody scored at the timepoint; sd with n − 1; quartiles of"
      + " type 7 (Hyndman and Fan), as R has them.",
    "pairs: the same participant, by id, at both times. Change, its interval and p: paired t test,"
      + " two-sided. Each p stands for itself; Holm's adjustment is not applied here.",
  ]

  private static let percent = [
    "percent: 100 × (mean at follow-up − mean at baseline) / mean at baseline, over the pairs, with"
      + " Fieller's interval."
  ]

  private static let last = [
    "d_av: mean change / mean of the two standard deviations. d_z and g_av are in --format csv and"
      + " json.",
    "toward: which way the mean went, however little; the interval says how sure that is.",
  ]
}
