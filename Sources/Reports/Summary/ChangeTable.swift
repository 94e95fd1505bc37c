import Documents
import Analysis
import Instruments

/// The table of a measure's change at each follow-up.
enum ChangeTable {
  static func table(of measure: MeasureSummary, _ disclosure: Disclosure) -> Table {
    let instrument = measure.instrument
    return Table(
      caption: "Change since baseline",
      columns: columns(withPercent: instrument.metric.allowsPercentChange),
      rows: measure.timepoints.compactMap { point in
        point.change.map { change in
          let row = DisclosedRow(disclosure, measure.place(point), basis: .pairs)
          return [.text(point.timepoint.id.rawValue), row.people(.pairs, change.test.pairs)]
            + statistics(of: change, instrument).map { row.statistic($0) }
        }
      })
  }

  private static func columns(withPercent: Bool) -> [Column] {
    let percent = [
      Column("percent", key: "percent_change"),
      Column("95 % CI (%)", key: "percent_change_ci95", holdsIntervals: true),
    ]
    return [
      Column("timepoint", .leading), Column("pairs"), Column("change", key: "mean_change"),
      Column("95 % CI", key: "ci95", holdsIntervals: true),
    ] + (withPercent ? percent : []) + [
      Column("d_av", key: "cohens_dav"), Column("p"), Column("toward", .leading),
    ]
  }

  private static func statistics(
    of change: ChangeSummary, _ instrument: Instrument
  ) -> [Cell] {
    let test = change.test
    let undefined = reasonForNoTest(pairs: test.pairs)
    return [
      .optional(test.meanChange, else: noPairs) { .change($0, decimals: 2) },
      .optional(test.confidenceInterval, else: undefined) { .interval($0, decimals: 2) },
    ] + percentCells(of: change) + [
      .optional(
        change.sizes.cohensDav, else: reason(test.pairs, else: "all scores are equal")
      ) { .decimal($0, decimals: 2) },
      .optional(test.p, else: undefined, as: Cell.probability),
      test.meanChange.map { .text(word(for: $0, instrument.direction)) } ?? .blank,
    ]
  }

  private static func percentCells(of change: ChangeSummary) -> [Cell] {
    guard let percent = change.percent else { return [] }
    let pairs = change.test.pairs
    let zero = pairs == 0 ? noPairs : "the baseline mean is 0"
    let deviation = change.test.standardDeviation ?? 0
    let unbounded =
      percent.ofMeans == nil
      ? zero
      : reason(
        pairs,
        else: deviation > 0
          ? "too few pairs, scores too similar, or a baseline too close to 0 for Fieller's interval"
          : equalChanges)
    return [
      .optional(percent.ofMeans, else: zero) { .percent($0, decimals: 1) },
      .optional(percent.confidenceIntervalOfMeans, else: unbounded) {
        .interval($0, decimals: 1)
      },
    ]
  }

  static let noPairs = "no participant is scored at both times yet"
  private static let equalChanges = "all changes are equal"

  /// The reason why a paired test is undefined.
  static func reasonForNoTest(pairs: Int) -> String { reason(pairs, else: equalChanges) }

  /// The reason why a statistic is undefined: too few pairs, or another reason.
  private static func reason(_ pairs: Int, else other: String) -> String {
    switch pairs {
    case 0: noPairs
    case 1: "only one pair"
    default: other
    }
  }

  /// `better`, `worse` or `same`.
  static func word(for meanChange: Double, _ direction: Direction) -> String {
    let improvement = direction.improvement(of: meanChange)
    if improvement == 0 { return "same" }
    return improvement > 0 ? "better" : "worse"
  }
}
