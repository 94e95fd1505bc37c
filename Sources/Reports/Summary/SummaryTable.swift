import Analysis

/// A summary as one row for each measure, group and timepoint.
enum SummaryTable {
  static func table(of summary: CohortSummary) -> Table {
    Table(
      columns: columns,
      rows: summary.measures.flatMap { measure in
        measure.timepoints.map { row(for: $0, of: measure) }
      })
  }

  private static let columns =
    SummaryFields.measure.map(\.column) + GroupFields.both.map(\.column)
    + SummaryFields.timepoint.map(\.column) + enrolled.map(\.column)
    + SummaryFields.scores.map(\.column) + SummaryFields.absences.map(\.column)
    + SummaryFields.outsideWindow.map(\.column) + SummaryFields.change.map(\.column)

  private static func row(
    for point: MeasureSummary.AtTimepoint, of measure: MeasureSummary
  ) -> [Cell] {
    SummaryFields.measure.cells(of: measure) + GroupFields.both.cells(of: measure.group)
      + SummaryFields.timepoint.cells(of: point.timepoint) + enrolled.cells(of: point.ledger)
      + SummaryFields.scores.cells(of: point.scores)
      + SummaryFields.absences.cells(of: point.ledger)
      + SummaryFields.outsideWindow.cells(of: point.ledger)
      + SummaryFields.change.cells(of: point.change)
  }

  private static let enrolled: [Field<DenominatorLedger>] = [.count("enrolled") { $0.enrolled }]
}
