import Instruments
import Records
import Statistics

/// The mixed model for repeated measures of one instrument, with everything that is asked of it.
package struct RepeatedMeasures: Sendable {
  /// One group at one timepoint.
  package struct Mean: Sendable {
    /// Nil for everybody.
    package let group: CohortSelection.AttributeValue?
    package let timepoint: Timepoint
    /// How many of the group are scored at the timepoint.
    package let scored: Int
    /// The mean that is expected of everybody in the model.
    package let mean: ModelContrast?
    /// The mean − the mean at baseline; nil at the baseline itself.
    package let change: ModelContrast?
    /// The change in percent of the mean at baseline; nil where the metric knows no percent.
    package let percent: ModelPercent?
    /// The p of the change, adjusted by Holm's method.
    package internal(set) var adjustedP: Double?
  }

  /// How much more one group changed than another, until one timepoint.
  package struct Difference: Sendable {
    package let group: CohortSelection.AttributeValue
    package let other: CohortSelection.AttributeValue
    package let timepoint: Timepoint
    /// The change of the group − that of the other.
    package let contrast: ModelContrast?
    /// Its p, adjusted by Holm's method over all differences of an output.
    package internal(set) var adjustedP: Double?
  }

  package let model: RepeatedMeasuresModel
  /// Those in the model.
  package let timepoints: [Timepoint]
  /// For each group in its order, one a timepoint.
  package internal(set) var means: [Mean]
  /// Of every two groups, or of each and the reference, at every follow-up; empty for everybody in
  /// one.
  package internal(set) var differences: [Difference]
  /// The test that nothing changed at any timepoint; nil with groups.
  package let anyChange: JointTest?
  /// The test that all groups changed alike; nil without groups.
  package let interaction: JointTest?

  /// - Parameters:
  ///   - groups: in the order of the statistics; one nil for everybody.
  ///   - reference: the number of the group that the others are compared with; nil where every two
  ///     are.
  ///   - timepoints: in the order of the statistics.
  init(
    _ model: RepeatedMeasuresModel, _ statistics: PatternStatistics, _ instrument: Instrument,
    groups: [CohortSelection.AttributeValue?], reference: Int?, timepoints: [Timepoint],
    _ method: DegreesOfFreedomMethod
  ) {
    self.model = model
    self.timepoints = timepoints
    means = groups.enumerated().flatMap { group, value in
      timepoints.enumerated().map { number, timepoint in
        let change =
          number == 0 ? nil : model.change(at: number, group: group, method)
        return Mean(
          group: value, timepoint: timepoint,
          scored: statistics.participants(scoredAt: number, group: group),
          mean: model.mean(at: number, group: group, method), change: change,
          percent: instrument.metric.allowsPercentChange
            ? ModelPercent(
              of: change, followUp: model.mean(at: number, group: group, method),
              baseline: model.mean(at: 0, group: group, method)) : nil)
      }
    }
    let pairs: [(Int, Int)] =
      if let reference {
        groups.indices.filter { $0 != reference }.map { ($0, reference) }
      } else {
        groups.indices.flatMap { first in groups.indices.dropFirst(first + 1).map { (first, $0) } }
      }
    differences = pairs.flatMap { first, second in
      timepoints.indices.dropFirst().compactMap { number in
        guard let group = groups[first], let other = groups[second] else { return nil }
        return Difference(
          group: group, other: other, timepoint: timepoints[number],
          contrast: model.differenceInChange(at: number, group: first, from: second, method))
      }
    }
    anyChange = groups.count == 1 ? model.testOfAnyChange(method.information) : nil
    interaction = model.testOfInteraction(method.information)
  }
}
