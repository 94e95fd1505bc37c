import Records
import Statistics

/// Straight lines over days of one instrument: one for everybody, or one a group.
package struct GrowthLines: Sendable {
  /// The line of everybody or of one group.
  package struct Line: Sendable {
    /// Nil for everybody.
    package let group: CohortSelection.AttributeValue?
    /// The mean on the day of enrollment.
    package let intercept: ModelContrast?
    /// The change a day.
    package let slope: ModelContrast?
  }

  package let curve: GrowthCurve
  /// The timepoints with scores.
  package let timepoints: [Timepoint]
  package let lines: [Line]
  /// Why all participants were given one slope; nil where each has its own.
  package let withoutSlopes: ModelObstacle?

  init(
    _ statistics: PatternStatistics, groups: [CohortSelection.AttributeValue?],
    timepoints: [Timepoint], _ method: DegreesOfFreedomMethod
  ) throws(ModelObstacle) {
    let days = timepoints.map { Double($0.day) }
    let fitted: (curve: GrowthCurve, withoutSlopes: ModelFailure?)
    do throws(ModelFailure) {
      fitted = try GrowthCurve.simplestNeeded(statistics, days: days)
    } catch {
      throw ModelObstacle(error, timepoints)
    }
    curve = fitted.curve
    withoutSlopes = fitted.withoutSlopes.map { ModelObstacle($0, timepoints) }
    self.timepoints = timepoints
    lines = groups.enumerated().map { number, group in
      Line(
        group: group, intercept: fitted.curve.intercept(group: number, method),
        slope: fitted.curve.slope(group: number, method))
    }
  }
}
