import Documents
import Analysis

/// The notes on how a summary's numbers are computed.
enum ConventionNotes {
  static func block(for measures: [MeasureSummary]) -> Block {
    let showsPercent = measures.contains { $0.instrument.metric.allowsPercentChange }
    return .notes("How these numbers are computed", always + (showsPercent ? percent : []) + last)
  }

  private static let always = [
    "n, mean, sd and quartiles: all participants scored at the timepoint; sd with n − 1; quartiles"
      + " of type 7 (Hyndman and Fan), R's default.",
    "pairs: participants scored at both times, matched by id. Change, its interval and p: paired t"
      + " test, two-sided. p is not adjusted for multiple tests; `outcomes change` does that.",
  ]

  private static let percent = [
    "percent: 100 × (mean at follow-up − mean at baseline) / mean at baseline, over the pairs, with"
      + " Fieller's interval."
  ]

  private static let last = [
    "d_av: mean change / mean of the two standard deviations. --format csv and json also have d_z"
      + " and g_av.",
    "toward: the direction in which the mean moved, however slightly; the interval shows how"
      + " certain that is.",
  ]
}
