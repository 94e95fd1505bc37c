import Analysis

/// The means and changes of every model as one row for each instrument, group and timepoint; one row
/// with the reason for a model that could not be fitted.
struct ModelRows {
  let analysis: ModelAnalysis
  let disclosure: Disclosure

  var table: Table {
    Table(
      columns: ModelFields.measure.map(\.column) + ModelFields.method.map(\.column)
        + GroupFields.both.map(\.column)
        + SummaryFields.timepoint.map(\.column) + ModelFields.means.map(\.column)
        + [Column("not_fitted", .leading)],
      rows: analysis.measures.flatMap(rows))
  }

  private func rows(of measure: MeasureModel) -> [[Cell]] {
    let disclosed = ModelDisclosure(disclosure, measure)
    let rowOfMeasure = disclosed.rowOfParticipants
    let first =
      ModelFields.measure.cells(of: measure, rowOfMeasure)
      + ModelFields.method.cells(of: analysis.options, rowOfMeasure)
    switch measure.repeatedMeasures {
    case .failure(let obstacle):
      let blank = [Cell](
        repeating: .blank,
        count: GroupFields.both.count + SummaryFields.timepoint.count + ModelFields.means.count)
      return [
        first + blank + [disclosed.showsEverything ? .text(obstacle.words) : .suppressed]
      ]
    case .success(let model):
      return model.means.map { mean in
        let row = disclosed.row(mean.group, mean.timepoint)
        return first + GroupFields.both.cells(of: mean.group, row)
          + SummaryFields.timepoint.cells(of: mean.timepoint, row)
          + ModelFields.means.cells(of: mean, row) + [.blank]
      }
    }
  }
}
