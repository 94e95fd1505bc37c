import Documents
import Analysis
import Statistics

/// The table of a measure's scores at each timepoint.
enum ScoreTable {
  static func table(of measure: MeasureSummary, _ disclosure: Disclosure) -> Table {
    let scores = measure.timepoints.map(\.scores)
    let decimals = ReadableNumber.decimals(
      for: scores.flatMap { [$0.firstQuartile, $0.median, $0.thirdQuartile].compactMap(\.self) })
    return Table(
      caption: "Scores",
      columns: [
        Column("timepoint", .leading), Column("n"), Column("mean"), Column("sd"),
        Column("median"),
        Column("[q1, q3]", key: "quartiles", holdsIntervals: true, numbers: ["q1", "q3"]),
      ],
      rows: measure.timepoints.map { point in
        let row = DisclosedRow(disclosure, measure.place(point), basis: .scored)
        return cells(for: point, decimals: decimals, row)
      })
  }

  private static func cells(
    for point: MeasureSummary.AtTimepoint, decimals: Int, _ row: DisclosedRow
  ) -> [Cell] {
    let scores = point.scores
    let none = "no participant is scored at this timepoint yet"
    return [
      .text(point.timepoint.id.rawValue),
      row.people(.scored, scores.n),
      row.statistic(.optional(scores.mean, else: none) { .decimal($0, decimals: 2) }),
      row.statistic(
        .optional(
          scores.standardDeviation, else: scores.n == 0 ? none : "only one score"
        ) { .decimal($0, decimals: 2) }),
      row.statistic(
        .optional(scores.median, else: none) { .decimal($0, decimals: decimals) }, decimals: 0),
      row.statistic(
        .optional(scores.interquartileRange, else: none) { .interval($0, decimals: decimals) },
        decimals: 0),
    ]
  }
}

extension DescriptiveStatistics {
  /// The first and the third quartile; nil without scores.
  var interquartileRange: ConfidenceInterval? {
    guard let firstQuartile, let thirdQuartile else { return nil }
    return ConfidenceInterval(lower: firstQuartile, upper: thirdQuartile)
  }
}
