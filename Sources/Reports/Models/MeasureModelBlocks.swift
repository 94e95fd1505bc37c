import Documents
import Analysis
import Instruments
import Statistics

/// The models of one instrument.
struct MeasureModelBlocks {
  let measure: MeasureModel
  let options: ModelOptions
  let disclosure: Disclosure

  var blocks: [Block] {
    [.heading(title)] + LeftOutNotes(measure.leftOut, disclosed).blocks("Left out") + model
      + (measure.growth.map {
        GrowthBlocks(result: $0, disclosed: disclosed, groupedBy: measure.groupedBy).blocks
      } ?? [])
      + MissingDataBlocks(measure: measure, disclosed: disclosed).blocks
  }

  private var disclosed: ModelDisclosure { ModelDisclosure(disclosure, measure) }

  private var title: String {
    let groups = measure.groupedBy.map { ", by \($0)" } ?? ""
    return measure.instrument.heading + groups
  }

  private var model: [Block] {
    switch measure.repeatedMeasures {
    case .failure(let obstacle):
      let reason = disclosed.showsEverything ? "\(obstacle.words)." : "[c]"
      return [.paragraph("The model could not be fitted: " + reason)]
    case .success(let model):
      let tables = ModelTable(model: model, measure: measure, disclosed: disclosed)
      return [.paragraph(fitSentence(of: model.model.fit))] + commonBaseline
        + [.table(tables.means), .table(tables.changes)]
        + jointTests(of: model).map { .paragraph($0) }
        + (model.differences.isEmpty ? [] : [.table(tables.differences)])
    }
  }

  /// The note before the first table of groups, where the model gives them one baseline mean.
  private var commonBaseline: [Block] {
    guard measure.groupedBy != nil, options.baseline == .common else { return [] }
    return [
      .paragraph(
        "All groups share one mean at baseline, which suits groups formed at random. If people or"
          + " places chose the group, use --baseline separate.")
    ]
  }

  private func fitSentence(of fit: MixedModelFit) -> String {
    let row = disclosed.rowOfParticipants
    func text(_ cell: Cell) -> String { ReadableTable.text(row.statistic(cell)) }
    let criteria = fit.informationCriteria(.nlme)
    return "\(text(.integer(fit.participants))) participants with"
      + " \(text(.integer(fit.observations))) scores; log-likelihood"
      + " \(text(.decimal(fit.logLikelihood, decimals: 2))),"
      + " AIC \(text(.decimal(criteria.akaike, decimals: 1))),"
      + " BIC \(text(.decimal(criteria.bayesian, decimals: 1)));"
      + " best fit found in \(ReadableNumber.count(fit.steps, "step"))."
  }

  private func jointTests(of model: RepeatedMeasures) -> [String] {
    let row = disclosed.row(model.means[0].group, model.timepoints[0])
    func text(_ test: JointTest) -> String {
      let cells: [(Cell, Sensitivity)] = [
        (.decimal(test.denominatorDegreesOfFreedom, decimals: 1), .revealing),
        (.decimal(test.f, decimals: 2), .revealing), (.probability(test.p), .statistic()),
      ]
      let texts = cells.map { ReadableTable.text(row.cell($0.0, $0.1)) }
      let sign = texts[2].hasPrefix(".") ? "= " : ""
      return "F(\(test.numeratorDegreesOfFreedom), \(texts[0])) = \(texts[1]), p \(sign)\(texts[2])"
    }
    return [
      model.anyChange.map {
        "Test of whether the mean changed at any timepoint: \(text($0)). A small p is evidence"
          + " that it did."
      },
      model.interaction.map {
        "Test of whether groups changed differently: \(text($0)). A large p does not show that they"
          + " changed equally."
      },
    ].compactMap(\.self)
  }
}
