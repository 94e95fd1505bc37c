import Analysis
import Instruments
import Text

/// A cohort's percent changes beside those of the published study.
package struct PublishedComparison: Reportable {
  private struct Row {
    let figure: PublishedStudy.Figure
    let instrument: Instrument
    let change: ChangeSummary
  }

  private let rows: [Row]

  /// Nil where the cohort shares no instrument and timepoint with the study. Groups are left out:
  /// the study is put beside a whole cohort.
  package init?(_ measures: [MeasureSummary]) {
    rows = PublishedStudy.figures.compactMap { figure in
      let measure = measures.first {
        $0.group == nil && $0.instrument.id.rawValue == figure.instrument
      }
      let point = measure?.timepoints.first { $0.timepoint.id.rawValue == figure.timepoint }
      guard let measure, let change = point?.change else { return nil }
      return Row(figure: figure, instrument: measure.instrument, change: change)
    }
    if rows.isEmpty { return nil }
  }

  package var report: Report {
    Report(title: Self.title, blocks: Array(blocks.dropFirst()))
  }

  /// The comparison as a part of another report.
  package var blocks: [Block] {
    [
      .heading(Self.title),
      .table(table),
      .paragraph(
        "Published: \(PublishedStudy.citation) (\(PublishedStudy.standing)). These are other people"
          + " at another time, so a difference says nothing about either program."),
    ]
  }

  /// One row for each published figure, as printed there, with the cohort's own change.
  package var table: Table {
    Table(
      columns: [
        Column("measure", .leading), Column("timepoint", .leading),
        Column("published", key: "published_percent_change"),
        Column("here", key: "percent_change"),
        Column("95 % CI", key: "percent_change_ci95", holdsIntervals: true), Column("pairs"),
        Column("measured with", key: "instrument", .leading),
      ],
      rows: rows.map(cells))
  }

  private static let title = "Beside the published study"

  private func cells(_ row: Row) -> [Cell] {
    let figure = row.figure
    let undefined = "too few pairs yet, or a mean baseline of 0"
    return [
      .text(figure.construct), .text(figure.timepoint),
      .percent(figure.percentChange, decimals: figure.decimals),
      .optional(row.change.percent?.ofMeans, else: undefined) { .percent($0, decimals: 1) },
      .optional(row.change.percent?.confidenceIntervalOfMeans, else: undefined) {
        .interval($0, decimals: 1)
      },
      .integer(row.change.test.pairs),
      .text(row.instrument.name),
    ]
  }
}
