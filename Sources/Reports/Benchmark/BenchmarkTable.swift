import Documents
import Analysis
import Records

/// Published changes beside a cohort's own, one row for each published figure.
enum BenchmarkTable {
  /// - Parameter namesBenchmark: true if the first column names the source of the figure.
  static func table(
    of comparisons: [BenchmarkComparison], namesBenchmark: Bool,
    _ disclosure: Disclosure = .everything
  ) -> Table {
    let names = [Column("compared with", key: "benchmark", .leading)]
    return Table(
      columns: (namesBenchmark ? names : []) + [
        Column("measure", key: "instrument", .leading), Column("after", key: "published_day"),
        Column("published", key: "published_percent_change"),
        Column("at", key: "timepoint", .leading), Column("here", key: "percent_change"),
        Column("95 % CI", key: "percent_change_ci95", holdsIntervals: true), Column("pairs"),
        Column("here is", key: "verdict", .leading),
      ],
      rows: comparisons.map { comparison in
        (namesBenchmark ? [.text(comparison.benchmark.name)] : [])
          + cells(of: comparison, disclosure)
      })
  }

  private static func cells(
    of comparison: BenchmarkComparison, _ disclosure: Disclosure
  ) -> [Cell] {
    let row = comparison.row(disclosure)
    let figure = comparison.figure
    let percent = comparison.change?.percent
    let undefined = "fewer than two participants, all changes equal, or a baseline mean of 0"
    let own: [Cell] =
      comparison.change.map { change in
        [
          row.statistic(
            .optional(percent?.ofMeans, else: undefined) { .percent($0, decimals: 1) }),
          row.statistic(
            .optional(percent?.confidenceIntervalOfMeans, else: undefined) {
              .interval($0, decimals: 1)
            }),
          row.people(.pairs, change.test.pairs), row.statistic(.text(comparison.verdict.words)),
        ]
      } ?? [.blank, .blank, .blank, .text(comparison.verdict.words)]
    return [
      .text(comparison.instrument.name),
      .text(ReadableNumber.count(figure.day, "day")),
      .percent(figure.percentChange, decimals: figure.decimals),
      comparison.timepoint.map { .text($0.id.rawValue) } ?? .blank,
    ] + own
  }
}

extension Benchmark.Figure {
  /// The digits after the decimal point: as printed, or one where it was computed from means.
  var decimals: Int { isPrinted ? ReadableNumber.decimals(for: [percentChange]) : 1 }
}

extension BenchmarkComparison.Verdict {
  /// The verdict as tables show it.
  var words: String {
    switch self {
    case .smaller: "smaller"
    case .larger: "larger"
    case .opposite: "opposite"
    case .notToldApart: "unclear"
    case .tooFewPairs: "fewer than \(BenchmarkComparison.fewestPairs) pairs"
    case .allChangesEqual: "all changes equal"
    case .undefined: "no interval"
    case .anotherInstrument: "different questionnaire"
    }
  }
}
