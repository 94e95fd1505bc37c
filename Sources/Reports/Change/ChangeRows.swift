import Documents
import Analysis

/// Changes as one row for each measure, group and timepoint.
struct ChangeRows {
  let analysis: ChangeAnalysis
  let disclosure: Disclosure

  var table: Table {
    Table(
      columns: Self.columns,
      rows: analysis.measures.flatMap { measure in
        zip(measure.summary.timepoints, measure.details).map {
          row(for: $0, $1, of: measure.summary)
        }
      })
  }

  private static let columns =
    SummaryFields.measure.map(\.column) + GroupFields.both.map(\.column)
    + SummaryFields.timepoint.map(\.column) + SummaryFields.scores.map(\.column)
    + ChangeFields.ends.map(\.column) + ChangeFields.reliability.map(\.column)
    + SummaryFields.change.map(\.column) + ChangeFields.sizes.map(\.column)
    + ChangeFields.beyondSummary.map(\.column)

  private func row(
    for point: MeasureSummary.AtTimepoint, _ detail: TimepointDetail, of measure: MeasureSummary
  ) -> [Cell] {
    let group = DisclosedRow(disclosure, CountPlace(group: measure.group))
    let scores = DisclosedRow(disclosure, measure.place(point), basis: .scored)
    let change = DisclosedRow(disclosure, measure.place(point), basis: .pairs)
    return SummaryFields.measure.cells(of: measure, group)
      + GroupFields.both.cells(of: measure.group, group)
      + SummaryFields.timepoint.cells(of: point.timepoint, scores)
      + SummaryFields.scores.cells(of: point.scores, scores)
      + ChangeFields.ends.cells(of: detail.ends, scores)
      + ChangeFields.reliability.cells(of: detail.reliability(disclosure), scores)
      + SummaryFields.change.cells(of: point.change, change)
      + ChangeFields.sizes.cells(of: point.change, change)
      + ChangeFields.beyondSummary.cells(of: detail.change, change)
  }
}
