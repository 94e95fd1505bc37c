import Analysis

/// Flows as one row for each instrument, group and timepoint.
enum AttritionRows {
  static func table(of summary: AttritionSummary) -> Table {
    Table(
      columns: AttritionFields.place.map(\.column) + GroupFields.both.map(\.column)
        + SummaryFields.timepoint.map(\.column) + AttritionFields.counts.map(\.column)
        + AttritionFields.comparison.map(\.column),
      rows: summary.flows.flatMap { flow in
        flow.timepoints.map { point in
          AttritionFields.place.cells(of: flow) + GroupFields.both.cells(of: flow.group)
            + SummaryFields.timepoint.cells(of: point.timepoint)
            + AttritionFields.counts.cells(of: point)
            + AttritionFields.comparison.cells(of: point.comparison)
        }
      })
  }
}
