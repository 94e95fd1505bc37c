import Documents
import Analysis
import Records
import Statistics

/// The models as rows of CSV: one for each instrument, group and timepoint of a model for repeated
/// measures, one for each group's straight line, and one with the reason for each timepoint or
/// group left out of a model and for each model that could not be fitted.
struct ModelRows {
  let analysis: ModelAnalysis
  let disclosure: Disclosure

  var table: Table {
    Table(
      columns: ModelFields.measure.map(\.column) + [Column("model", .leading)]
        + ModelFields.method.map(\.column) + GroupFields.both.map(\.column)
        + SummaryFields.timepoint.map(\.column) + ModelFields.means.map(\.column)
        + (analysis.options.withGrowth ? growthColumns : [])
        + ModelFields.leftOut.map(\.column) + [Column("not_fitted", .leading)],
      rows: analysis.measures.flatMap { measure in
        let rows = MeasureRows(
          measure: measure, analysis: analysis,
          disclosed: ModelDisclosure(disclosure, measure))
        return rows.repeatedMeasures + rows.growth
      })
  }

  private var growthColumns: [Column] {
    ModelFields.curve.map(\.column) + ModelFields.lines.map(\.column)
  }
}

/// The rows of one instrument, for the whole cohort or for groups.
private struct MeasureRows {
  let measure: MeasureModel
  let analysis: ModelAnalysis
  let disclosed: ModelDisclosure

  var repeatedMeasures: [[Cell]] {
    switch measure.repeatedMeasures {
    case .failure(let obstacle): return [row("mmrm", reason: obstacle.words)]
    case .success(let model):
      let means = model.means.map { mean in
        let row = disclosed.row(mean.group, mean.timepoint)
        return self.row(
          "mmrm", mean.group, mean.timepoint, means: ModelFields.means.cells(of: mean, row),
          leftOut: measure.leftOut)
      }
      return means + rows("mmrm", of: measure.leftOut)
    }
  }

  var growth: [[Cell]] {
    switch measure.growth {
    case nil: return []
    case .failure(let obstacle): return [row("growth", reason: obstacle.words)]
    case .success(let growth):
      let fits =
        [("growth", growth.fitted)]
        + (growth.randomIntercepts.map { [("growth_random_intercepts", $0)] } ?? [])
      let lines = fits.flatMap { name, fitted in
        fitted.lines.map { line in
          let row = disclosed.row(line.group, growth.timepoints[0])
          return self.row(
            name, line.group, method: fitted.method,
            lines: ModelFields.curve.cells(of: fitted.curve, row)
              + ModelFields.lines.cells(of: line, row), leftOut: growth.leftOut)
        }
      }
      return lines + rows("growth", of: growth.leftOut)
    }
  }

  /// A row for each timepoint and group that is not in a model.
  private func rows(_ model: String, of leftOut: LeftOut) -> [[Cell]] {
    guard disclosed.showsEverything else { return [] }
    return leftOut.timepoints.map { row(model, nil, $0.timepoint, reason: $0.because.words) }
      + leftOut.groups.map { row(model, $0.group, reason: $0.because.wordsOfGroup) }
  }

  private func row(
    _ model: String, _ group: CohortSelection.AttributeValue? = nil,
    _ timepoint: Timepoint? = nil, method: DegreesOfFreedomMethod? = nil, means: [Cell]? = nil,
    lines: [Cell]? = nil,
    leftOut: LeftOut? = nil, reason: String? = nil
  ) -> [Cell] {
    let row = disclosed.rowOfParticipants
    func blank<Subject>(_ fields: [Field<Subject>]) -> [Cell] {
      [Cell](repeating: .blank, count: fields.count)
    }
    let ofLines =
      analysis.options.withGrowth
      ? lines ?? blank(ModelFields.curve) + blank(ModelFields.lines) : []
    return ModelFields.measure.cells(of: measure, row) + [.text(model)]
      + ModelFields.method.cells(of: method ?? analysis.options.degreesOfFreedom, row)
      + GroupFields.both.cells(of: group, row)
      + SummaryFields.timepoint.cells(of: timepoint, row)
      + (means ?? blank(ModelFields.means)) + ofLines
      + ModelFields.leftOut.cells(of: leftOut, row)
      + [reason.map { disclosed.showsEverything ? .text($0) : .suppressed } ?? .blank]
  }
}
