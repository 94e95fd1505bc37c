import Analysis
import Statistics

/// Comparisons by the keys that programs know them by, one row a published figure.
enum BenchmarkRows {
  static func table(of comparisons: [BenchmarkComparison]) -> Table {
    Table(columns: fields.map(\.column), rows: comparisons.map { fields.cells(of: $0) })
  }

  private static let fields: [Field<BenchmarkComparison>] = [
    .text("benchmark") { $0.benchmark.name },
    .text("group") { $0.benchmark.group.rawValue },
    .text("source") { $0.benchmark.source.text },
    .text("instrument") { $0.instrument.id.rawValue },
    .count("published_day") { $0.figure.day },
    .count("published_participants") { $0.figure.participants },
    .number("published_percent_change") { $0.figure.percentChange },
    .text("timepoint") { $0.timepoint?.id.rawValue },
    .count("pairs") { $0.change?.test.pairs },
    .number("percent_change") { $0.change?.percent?.ofMeans },
    .interval("percent_change_ci95") { $0.change?.percent?.confidenceIntervalOfMeans },
    .text("verdict") { $0.verdict.rawValue },
    .text("sentence") { BenchmarkSentence.sentence(for: $0) },
  ]
}
