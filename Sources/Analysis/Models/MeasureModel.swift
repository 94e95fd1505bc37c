import Instruments
import Records
import Statistics

/// The models of one instrument, for all selected participants or for their groups in one model.
package struct MeasureModel: Sendable {
  package let instrument: Instrument
  /// The attribute whose values are the groups; nil for all participants in one group.
  package let groupedBy: String?
  /// The data that the model for repeated measures could not use.
  package let leftOut: LeftOut
  package internal(set) var repeatedMeasures: Result<RepeatedMeasures, ModelObstacle>
  /// Nil if no growth curve was requested.
  package let growth: Result<GrowthLines, ModelObstacle>?
  /// One element for each follow-up; empty with groups.
  package let missing: [MissingDataAnswers]
}

extension SelectedCohort {
  /// The models of all selected participants.
  func model(instrument number: Int, _ options: ModelOptions) -> MeasureModel {
    let scores = ModelScores(self, instrument: number)
    let (fitting, leftOut) = fit(scores, instrument: number, options)
    let model = try? fitting.get()
    return MeasureModel(
      instrument: table.program.instruments[number], groupedBy: nil, leftOut: leftOut,
      repeatedMeasures: fitting, growth: options.withGrowth ? growth(scores, options) : nil,
      missing: zip(carriedForward(instrument: number), table.program.timepoints.dropFirst()).map {
        MissingDataAnswers($0, $1, model)
      })
  }

  /// The models with groups. The model for repeated measures has the same timepoints as the model
  /// of all participants.
  func model(instrument number: Int, beside ofAll: MeasureModel, _ options: ModelOptions)
    -> MeasureModel
  {
    let scores = ModelScores(self, instrument: number)
    let timepoints = (try? ofAll.repeatedMeasures.get().timepoints) ?? []
    let used = table.program.timepoints.indices.filter { index in
      timepoints.contains { $0.id == table.program.timepoints[index].id }
    }
    var leftOut = LeftOut(timepoints: ofAll.leftOut.timepoints)
    let kept = groups.indices.filter { group in
      let lacking = Set(used).subtracting(scores.scoredTimepoints(group: group)).min()
      if let lacking, let value = groups[group] {
        leftOut.groups.append(
          (group: value, because: .noScores(table.program.timepoints[lacking].id)))
      }
      return lacking == nil
    }
    if !used.isEmpty {
      leftOut.scores = scores.count() - scores.count(timepoints: used, groups: kept)
    }
    return MeasureModel(
      instrument: table.program.instruments[number], groupedBy: selection.groupedBy,
      leftOut: leftOut,
      repeatedMeasures: comparison(scores, instrument: number, groups: kept, used, options),
      growth: options.withGrowth ? growth(scores, options) : nil, missing: [])
  }

  /// The model of several groups.
  private func comparison(
    _ scores: ModelScores, instrument: Int, groups kept: [Int], _ used: [Int],
    _ options: ModelOptions
  ) -> Result<RepeatedMeasures, ModelObstacle> {
    let obstacle: ModelObstacle? =
      if used.isEmpty {
        .noModelOfEverybody
      } else if kept.count < 2 {
        .tooFewGroups
      } else if kept.count > ModelObstacle.mostGroups {
        .tooManyGroups
      } else if selection.reference != nil,
        !kept.contains(where: { selection.isReference(groups[$0]) })
      {
        .noReference
      } else {
        nil
      }
    if let obstacle { return .failure(obstacle) }
    return repeatedMeasures(
      scores.statistics(timepoints: used, groups: kept), instrument: instrument,
      groups: kept.map { groups[$0] }, used, options)
  }

  /// Fits the model with as many timepoints as possible: a follow-up that prevents the fit is left
  /// out, or if none can be identified, the follow-up with the fewest scores.
  private func fit(
    _ scores: ModelScores, instrument: Int, _ options: ModelOptions
  ) -> (Result<RepeatedMeasures, ModelObstacle>, LeftOut) {
    let timepoints = table.program.timepoints
    var used = scores.scoredTimepoints()
    var leftOut = LeftOut()
    guard used.first == 0 else { return (.failure(.noScores(timepoints[0].id)), leftOut) }
    leftOut.timepoints = timepoints.indices.filter { !used.contains($0) }.map {
      (timepoint: timepoints[$0], because: ModelObstacle.noScores(timepoints[$0].id))
    }
    guard used.count > 1 else { return (.failure(.noFollowUp), leftOut) }
    guard used.count <= ModelObstacle.mostTimepoints else {
      return (
        .failure(.tooManyTimepoints(most: ModelObstacle.mostTimepoints)), leftOut
      )
    }
    while true {
      let statistics = scores.statistics(timepoints: used, groups: [0])
      let fitting = repeatedMeasures(
        statistics, instrument: instrument, groups: [nil], used, options)
      guard case .failure(let obstacle) = fitting, used.count > 2,
        let dropped = obstacle.followUpToLeaveOut(among: used.map { timepoints[$0] }, statistics)
      else {
        leftOut.scores = scores.count() - scores.count(timepoints: used, groups: [0])
        return (fitting, leftOut)
      }
      leftOut.timepoints.append((timepoints[used[dropped]], obstacle))
      used.remove(at: dropped)
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
          reference: groups.firstIndex(where: selection.isReference), timepoints: timepoints,
          options.degreesOfFreedom))
    } catch {
      return .failure(ModelObstacle(error, timepoints))
    }
  }
}

extension ModelObstacle {
  /// The follow-up to leave out so that the model may be fitted, by its number in the model; nil if
  /// only the baseline prevents the fit.
  fileprivate func followUpToLeaveOut(
    among timepoints: [Timepoint], _ statistics: PatternStatistics
  ) -> Int? {
    switch self {
    case .neverScoredTogether(_, let id), .noVariation(let id):
      return timepoints.firstIndex { $0.id == id }.flatMap { $0 == 0 ? nil : $0 }
    default:
      // Of several with equally few scores, the last.
      return timepoints.indices.dropFirst().reversed().min {
        statistics.participants(scoredAt: $0) < statistics.participants(scoredAt: $1)
      }
    }
  }
}
