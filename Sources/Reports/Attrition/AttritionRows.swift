import Documents
import Analysis

/// Flows as one row for each instrument, group and timepoint.
struct AttritionRows {
  let summary: AttritionSummary
  let disclosure: Disclosure

  var table: Table {
    Table(
      columns: AttritionFields.place.map(\.column) + GroupFields.both.map(\.column)
        + SummaryFields.timepoint.map(\.column) + SummaryFields.enrolled.map(\.column)
        + AttritionFields.assessed.map(\.column) + AttritionFields.analyzed.map(\.column)
        + SummaryFields.absences.map(\.column) + AttritionFields.stayed.map(\.column)
        + AttritionFields.lost.map(\.column),
      rows: summary.flows.flatMap { flow in flow.timepoints.map { row(for: $0, of: flow) } })
  }

  private func row(
    for point: ParticipantFlow.AtTimepoint, of flow: ParticipantFlow
  ) -> [Cell] {
    let group = DisclosedRow(disclosure, CountPlace(group: flow.group))
    let counts = DisclosedRow(disclosure, flow.place(point), basis: .pairs)
    let lost = DisclosedRow(disclosure, flow.place(point), basis: .lost)
    return AttritionFields.place.cells(of: flow, group)
      + GroupFields.both.cells(of: flow.group, group)
      + SummaryFields.timepoint.cells(of: point.timepoint, group)
      + SummaryFields.enrolled.cells(of: point.denominators, group)
      + AttritionFields.assessed.cells(of: point.denominators, counts)
      + AttritionFields.analyzed.cells(of: point, counts)
      + SummaryFields.absences.cells(of: point.denominators, counts)
      + AttritionFields.stayed.cells(of: point.comparison, counts)
      + AttritionFields.lost.cells(of: point.comparison, lost)
  }
}
