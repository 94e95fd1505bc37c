import Instruments
import Records
import Statistics

/// The models of one instrument, for everybody asked about or with their groups beside each other.
package struct MeasureModel: Sendable {
  package let instrument: Instrument
  /// The attribute whose values are the groups; nil for everybody in one.
  package let groupedBy: String?
  /// The timepoints without which a model could be fitted, and why not with them.
  package let timepointsLeftOut: [(timepoint: Timepoint, because: ModelObstacle)]
  /// The groups that lack scores at a timepoint of the model.
  package let groupsLeftOut: [CohortSelection.AttributeValue]
  package internal(set) var repeatedMeasures: Result<RepeatedMeasures, ModelObstacle>
  /// Nil where it was not asked for.
  package let growth: Result<GrowthLines, ModelObstacle>?
  /// One a follow-up; empty with groups.
  package let missing: [MissingDataAnswers]
}

extension SelectedCohort {
  /// The models of everybody meant.
  func model(instrument number: Int, _ options: ModelOptions) -> MeasureModel {
    let scores = ModelScores(self, instrument: number)
    let (fitting, leftOut) = fit(scores, instrument: number, options)
    let scored = scores.scoredTimepoints()
    let model = try? fitting.get()
    let carried = carriedForward(instrument: number)
    return MeasureModel(
      instrument: table.program.instruments[number], groupedBy: nil, timepointsLeftOut: leftOut,
      groupsLeftOut: [], repeatedMeasures: fitting,
      growth: options.withGrowth ? growth(scores, scored, options) : nil,
      missing: zip(carried, table.program.timepoints.dropFirst()).map {
        MissingDataAnswers($0, $1, model)
      })
  }

  /// The models with groups beside each other, over the timepoints that everybody's model has.
  func model(
    instrument number: Int, timepoints: [Timepoint], _ options: ModelOptions
  ) -> MeasureModel {
    let scores = ModelScores(self, instrument: number)
    let used = table.program.timepoints.indices.filter { index in
      timepoints.contains { $0.id == table.program.timepoints[index].id }
    }
    let kept = groups.indices.filter { group in
      Set(used).isSubset(of: scores.scoredTimepoints(group: group))
    }
    let (model, lines) = comparison(
      scores, instrument: number, groups: kept, used, options)
    return MeasureModel(
      instrument: table.program.instruments[number], groupedBy: selection.groupedBy,
      timepointsLeftOut: [],
      groupsLeftOut: groups.indices.filter { !kept.contains($0) }.compactMap { groups[$0] },
      repeatedMeasures: model, growth: lines, missing: [])
  }

  /// The models of some groups beside each other.
  private func comparison(
    _ scores: ModelScores, instrument: Int, groups kept: [Int], _ used: [Int],
    _ options: ModelOptions
  ) -> (Result<RepeatedMeasures, ModelObstacle>, Result<GrowthLines, ModelObstacle>?) {
    let obstacle: ModelObstacle? =
      if used.isEmpty {
        .noModelOfEverybody
      } else if kept.count < 2 {
        .tooFewGroups
      } else if kept.count > ModelObstacle.mostGroups {
        .tooManyGroups
      } else {
        nil
      }
    if let obstacle { return (.failure(obstacle), options.withGrowth ? .failure(obstacle) : nil) }
    let values = kept.map { groups[$0] }
    let statistics = scores.statistics(timepoints: used, groups: kept)
    return (
      repeatedMeasures(statistics, instrument: instrument, groups: values, used, options),
      options.withGrowth ? growth(statistics, groups: values, used, options) : nil
    )
  }

  /// The model of as many timepoints as can be fitted: whichever is in the way is left out, or where it
  /// cannot be told, the follow-up with the fewest scores.
  private func fit(
    _ scores: ModelScores, instrument: Int, _ options: ModelOptions
  ) -> (Result<RepeatedMeasures, ModelObstacle>, [(timepoint: Timepoint, because: ModelObstacle)]) {
    let timepoints = table.program.timepoints
    var used = scores.scoredTimepoints()
    var leftOut = timepoints.indices.filter { !used.contains($0) }.map {
      (timepoint: timepoints[$0], because: ModelObstacle.noScores(timepoints[$0].id))
    }
    guard used.first == 0 else { return (.failure(.noScores(timepoints[0].id)), []) }
    guard used.count > 1 else { return (.failure(.noFollowUp), leftOut) }
    guard used.count <= ModelObstacle.mostTimepoints else {
      return (.failure(.tooManyTimepoints), leftOut)
    }
    while true {
      let statistics = scores.statistics(timepoints: used)
      let fitting = repeatedMeasures(
        statistics, instrument: instrument, groups: [nil], used, options)
      guard case .failure(let obstacle) = fitting, used.count > 2,
        let culprit = obstacle.culprit(among: used.map { timepoints[$0] }, statistics)
      else { return (fitting, leftOut) }
      leftOut.append((timepoints[used[culprit]], obstacle))
      used.remove(at: culprit)
    }
  }

  private func repeatedMeasures(
    _ statistics: PatternStatistics, instrument: Int, groups: [CohortSelection.AttributeValue?],
    _ used: [Int], _ options: ModelOptions
  ) -> Result<RepeatedMeasures, ModelObstacle> {
    let timepoints = used.map { table.program.timepoints[$0] }
    do throws(ModelFailure) {
      let model = try RepeatedMeasuresModel(statistics, baseline: options.baseline)
      return .success(
        RepeatedMeasures(
          model, statistics, table.program.instruments[instrument], groups: groups,
          timepoints: timepoints, options.degreesOfFreedom))
    } catch {
      return .failure(ModelObstacle(error, timepoints))
    }
  }

  private func growth(
    _ scores: ModelScores, _ scored: [Int], _ options: ModelOptions
  ) -> Result<GrowthLines, ModelObstacle> {
    guard scored.count > 1 else { return .failure(.noFollowUp) }
    guard scored.count <= ModelObstacle.mostTimepoints else { return .failure(.tooManyTimepoints) }
    return growth(scores.statistics(timepoints: scored), groups: [nil], scored, options)
  }

  private func growth(
    _ statistics: PatternStatistics, groups: [CohortSelection.AttributeValue?], _ used: [Int],
    _ options: ModelOptions
  ) -> Result<GrowthLines, ModelObstacle> {
    do throws(ModelObstacle) {
      return .success(
        try GrowthLines(
          statistics, groups: groups, timepoints: used.map { table.program.timepoints[$0] },
          options.degreesOfFreedom))
    } catch {
      return .failure(error)
    }
  }
}

extension ModelObstacle {
  /// The follow-up without which the model may be fitted, by its number in the model; nil where only
  /// the baseline is in the way.
  fileprivate func culprit(
    among timepoints: [Timepoint], _ statistics: PatternStatistics
  ) -> Int? {
    switch self {
    case .neverScoredTogether(_, let id), .noVariation(let id):
      return timepoints.firstIndex { $0.id == id }.flatMap { $0 == 0 ? nil : $0 }
    default:
      // The later one of several with as few scores.
      return timepoints.indices.dropFirst().reversed().min {
        statistics.participants(scoredAt: $0) < statistics.participants(scoredAt: $1)
      }
    }
  }
}
