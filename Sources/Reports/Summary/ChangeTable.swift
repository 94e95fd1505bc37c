import Documents
import Analysis
import Instruments

/// The table of a measure's change at each follow-up, for people.
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
      Column("percent"), Column("95 % CI (%)", key: "percent_ci95", holdsIntervals: true),
    ]
    return [
      Column("timepoint", .leading), Column("pairs"), Column("change"),
      Column("95 % CI", key: "ci95", holdsIntervals: true),
    ] + (withPercent ? percent : []) + [
      Column("d_av"), Column("p"), Column("toward", .leading),
    ]
  }

  private static func statistics(
    of change: ChangeSummary, _ instrument: Instrument
  ) -> [Cell] {
    let test = change.test
    let nobody = "nobody is scored at both times yet"
    let spread = reason(test.pairs, none: nobody, else: alike)
    return [
      .optional(test.meanChange, else: nobody) { .change($0, decimals: 2) },
      .optional(test.confidenceInterval, else: spread) { .interval($0, decimals: 2) },
    ] + percentCells(of: change, none: nobody) + [
      .optional(
        change.sizes.cohensDav, else: reason(test.pairs, none: nobody, else: "all scores are equal")
      ) { .decimal($0, decimals: 2) },
      .optional(test.p, else: spread, as: Cell.probability),
      test.meanChange.map { .text(word(for: $0, instrument.direction)) } ?? .blank,
    ]
  }

  private static func percentCells(of change: ChangeSummary, none nobody: String) -> [Cell] {
    guard let percent = change.percent else { return [] }
    let pairs = change.test.pairs
    let zero = pairs == 0 ? nobody : "the mean baseline is 0"
    let spread = change.test.standardDeviation ?? 0
    let unbounded =
      percent.ofMeans == nil
      ? zero
      : reason(
        pairs, none: nobody,
        else: spread > 0
          ? "too few scores, too alike or too near 0 at baseline for Fieller's interval"
          : Self.alike)
    return [
      .optional(percent.ofMeans, else: zero) { .percent($0, decimals: 1) },
      .optional(percent.confidenceIntervalOfMeans, else: unbounded) {
        .interval($0, decimals: 1)
      },
    ]
  }

  private static let alike = "all of them changed alike"

  /// Why something is undefined, by the number of pairs.
  private static func reason(_ pairs: Int, none: String, else other: String) -> String {
    switch pairs {
    case 0: none
    case 1: "one pair has no spread"
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
