import Documents
import Analysis

/// A summary as one row for each measure, group and timepoint.
struct SummaryRows {
  let summary: CohortSummary
  let disclosure: Disclosure

  var table: Table {
    Table(
      columns: Self.columns,
      rows: summary.measures.flatMap { measure in
        measure.timepoints.map { row(for: $0, of: measure) }
      })
  }

  private static let columns =
    SummaryFields.measure.map(\.column) + GroupFields.both.map(\.column)
    + SummaryFields.timepoint.map(\.column) + SummaryFields.enrolled.map(\.column)
    + SummaryFields.scores.map(\.column) + SummaryFields.due.map(\.column)
    + SummaryFields.absences.map(\.column)
    + SummaryFields.outsideWindow.map(\.column) + SummaryFields.change.map(\.column)

  private func row(
    for point: MeasureSummary.AtTimepoint, of measure: MeasureSummary
  ) -> [Cell] {
    let group = DisclosedRow(disclosure, CountPlace(group: measure.group))
    let scores = DisclosedRow(disclosure, measure.place(point), basis: .scored)
    let change = DisclosedRow(disclosure, measure.place(point), basis: .pairs)
    return SummaryFields.measure.cells(of: measure, group)
      + GroupFields.both.cells(of: measure.group, group)
      + SummaryFields.timepoint.cells(of: point.timepoint, scores)
      + SummaryFields.enrolled.cells(of: point.denominators, group)
      + SummaryFields.scores.cells(of: point.scores, scores)
      + SummaryFields.due.cells(of: point.denominators, scores)
      + SummaryFields.absences.cells(of: point.denominators, scores)
      + SummaryFields.outsideWindow.cells(of: point.denominators, scores)
      + SummaryFields.change.cells(of: point.change, change)
  }
}
