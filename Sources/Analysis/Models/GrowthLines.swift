import Records
import Statistics

/// The straight lines over days for one instrument: one for all participants, or one for each
/// group.
package struct GrowthLines: Sendable {
  /// The line of all participants or of one group.
  package struct Line: Sendable {
    /// The group; nil for all participants.
    package let group: CohortSelection.AttributeValue?
    /// The mean on the day of enrollment.
    package let intercept: ModelContrast?
    /// The change per day.
    package let slope: ModelContrast?
  }

  /// A fitted curve with its lines.
  package struct Fitted: Sendable {
    package let curve: GrowthCurve
    /// The method for the degrees of freedom: Satterthwaite's for a singular fit, otherwise the one
    /// requested.
    package let method: DegreesOfFreedomMethod
    package let lines: [Line]

    init(
      _ curve: GrowthCurve, _ groups: [CohortSelection.AttributeValue?],
      _ asked: DegreesOfFreedomMethod
    ) {
      let method =
        curve.isSingular ? DegreesOfFreedomMethod(.satterthwaite, asked.information) : asked
      self.curve = curve
      self.method = method
      lines = groups.enumerated().map { number, group in
        Line(
          group: group, intercept: curve.intercept(group: number, method),
          slope: curve.slope(group: number, method))
      }
    }
  }

  /// The curve with a random level and slope for each participant, or with random levels alone if
  /// the data cannot identify both.
  package let fitted: Fitted
  /// The reason why all participants share one slope; nil if each has their own.
  package let withoutSlopes: ModelObstacle?
  /// The simpler model, with one slope for all participants, if the slopes of the fitted one are
  /// singular; otherwise nil.
  package let randomIntercepts: Fitted?
  /// The timepoints with scores.
  package let timepoints: [Timepoint]
  package let leftOut: LeftOut

  init(
    _ statistics: PatternStatistics, groups: [CohortSelection.AttributeValue?],
    timepoints: [Timepoint], leftOut: LeftOut, _ method: DegreesOfFreedomMethod
  ) throws(ModelObstacle) {
    let days = timepoints.map { Double($0.day) }
    let (curve, withoutSlopes): (GrowthCurve, ModelFailure?)
    do throws(ModelFailure) {
      (curve, withoutSlopes) = try GrowthCurve.largestIdentified(statistics, days: days)
    } catch {
      throw ModelObstacle(error, timepoints)
    }
    fitted = Fitted(curve, groups, method)
    self.withoutSlopes = withoutSlopes.map { ModelObstacle($0, timepoints) }
    let simpler =
      curve.isSingular && curve.randomEffects == .interceptAndSlope
      ? try? GrowthCurve(statistics, days: days, randomEffects: .intercept) : nil
    randomIntercepts = simpler.map { Fitted($0, groups, method) }
    self.timepoints = timepoints
    self.leftOut = leftOut
  }
}

extension SelectedCohort {
  /// The lines of all participants, or of the groups in one model, through every timepoint with a
  /// score of one of them, regardless of which timepoints the model for repeated measures could
  /// use.
  func growth(
    _ scores: ModelScores, _ options: ModelOptions
  ) -> Result<GrowthLines, ModelObstacle> {
    let timepoints = table.program.timepoints
    func numberOfDays(_ used: [Int]) -> Int { Set(used.map { timepoints[$0].day }).count }
    var leftOut = LeftOut()
    let kept = groups.indices.filter { numberOfDays(scores.scoredTimepoints(group: $0)) > 1 }
    let used = Set(kept.flatMap { scores.scoredTimepoints(group: $0) }).sorted()
    let obstacle: ModelObstacle? =
      if selection.groupedBy == nil, kept.isEmpty {
        scores.scoredTimepoints().allSatisfy { $0 == 0 } ? .noFollowUp : .oneDay
      } else if selection.groupedBy != nil, kept.count < 2 {
        .tooFewGroups
      } else if kept.count > ModelObstacle.mostGroups {
        .tooManyGroups
      } else if used.count > ModelObstacle.mostTimepointsOfLines {
        .tooManyTimepoints(most: ModelObstacle.mostTimepointsOfLines)
      } else {
        nil
      }
    if let obstacle { return .failure(obstacle) }
    leftOut.timepoints = timepoints.indices.filter { !used.contains($0) }.map {
      (timepoint: timepoints[$0], because: .noScores(timepoints[$0].id))
    }
    leftOut.groups = groups.indices.filter { !kept.contains($0) }.compactMap { number in
      groups[number].map { (group: $0, because: .oneDay) }
    }
    leftOut.scores = scores.count() - scores.count(timepoints: used, groups: kept)
    do throws(ModelObstacle) {
      return .success(
        try GrowthLines(
          scores.statistics(timepoints: used, groups: kept), groups: kept.map { groups[$0] },
          timepoints: used.map { timepoints[$0] }, leftOut: leftOut, options.degreesOfFreedom))
    } catch {
      return .failure(error)
    }
  }
}
