import Instruments
import Records
import Statistics

/// The mixed model for repeated measures of one instrument, with all results taken from it.
package struct RepeatedMeasures: Sendable {
  /// One group at one timepoint.
  package struct Mean: Sendable {
    /// The group; nil for all participants.
    package let group: CohortSelection.AttributeValue?
    package let timepoint: Timepoint
    /// The number of participants in the group scored at the timepoint.
    package let scored: Int
    /// The estimated mean of all participants in the model.
    package let mean: ModelContrast?
    /// The mean minus the mean at baseline; nil at the baseline itself.
    package let change: ModelContrast?
    /// The change as a percentage of the mean at baseline; nil if percent change is not meaningful
    /// for the metric.
    package let percent: ModelPercent?
    /// The p-value of the change, adjusted by Holm's method.
    package internal(set) var adjustedP: Double?
  }

  /// The difference between the changes of two groups from baseline to one timepoint.
  package struct Difference: Sendable {
    package let group: CohortSelection.AttributeValue
    package let other: CohortSelection.AttributeValue
    package let timepoint: Timepoint
    /// The change of the group minus that of the other.
    package let contrast: ModelContrast?
    /// The p-value, adjusted by Holm's method over all differences in an output.
    package internal(set) var adjustedP: Double?
  }

  package let model: RepeatedMeasuresModel
  /// The timepoints in the model.
  package let timepoints: [Timepoint]
  /// For each group in order, one mean for each timepoint.
  package internal(set) var means: [Mean]
  /// Differences between every two groups, or between each group and the reference, at every
  /// follow-up; empty without groups.
  package internal(set) var differences: [Difference]
  /// The test of no change at any timepoint; nil with groups.
  package let anyChange: JointTest?
  /// The test that all groups changed equally; nil without groups.
  package let interaction: JointTest?

  /// - Parameters:
  ///   - groups: in the order of the statistics; a single nil for all participants.
  ///   - reference: the number of the group with which the others are compared; nil to compare
  ///     every two.
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
