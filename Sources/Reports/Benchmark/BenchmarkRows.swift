import Documents
import Analysis
import Statistics

/// Comparisons under their CSV and JSON keys, one row for each published figure.
enum BenchmarkRows {
  static func table(of comparisons: [BenchmarkComparison], _ disclosure: Disclosure) -> Table {
    Table(
      columns: fields.map(\.column),
      rows: comparisons.map { fields.cells(of: $0, $0.row(disclosure)) })
  }

  private static let fields: [Field<BenchmarkComparison>] =
    GroupFields.both.map { field in
      Field(column: field.column, sensitivity: field.sensitivity) { comparison in
        comparison.group.map(field.cell) ?? .blank
      }
    } + ofFigures

  private static let ofFigures: [Field<BenchmarkComparison>] = [
    .text("benchmark") { $0.benchmark.name },
    .text("group") { $0.benchmark.group.rawValue },
    .text("source") { $0.benchmark.source.text },
    .text("instrument") { $0.instrument.id.rawValue },
    .count("published_day", tells: .none) { $0.figure.day },
    .count("published_participants", tells: .none) { $0.figure.participants },
    .number("published_percent_change", tells: .none) { $0.figure.percentChange },
    .text("timepoint") { $0.timepoint?.id.rawValue },
    .people("pairs", .pairs) { $0.change?.test.pairs },
    .percent("percent_change") { $0.change?.percent?.ofMeans },
    .interval("percent_change_ci95") { $0.change?.percent?.confidenceIntervalOfMeans },
    own("verdict") { $0.verdict.rawValue },
    own("sentence") { BenchmarkSentence.sentence(for: $0) },
  ]

  /// A text that depends on the cohort's own change.
  private static func own(
    _ key: String, _ text: @escaping @Sendable (BenchmarkComparison) -> String?
  ) -> Field<BenchmarkComparison> {
    Field(column: Column(key, .leading), sensitivity: .revealing) { comparison in
      text(comparison).map(Cell.text) ?? .blank
    }
  }
}

extension BenchmarkComparison {
  /// The row of the cohort's own numbers.
  func row(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(
      disclosure, CountPlace(group: group, instrument: instrument.id, timepoint: timepoint?.id),
      basis: .pairs)
  }
}
