import Instruments
import Records
import Statistics

/// The difference between the mean changes of groups, by Welch's t test. Two groups are compared
/// with each other, the first minus the second; of more groups, each is compared with all other
/// groups together, or, with a reference group, with that one.
package struct GroupDifference: Sendable {
  package let instrument: Instrument
  package let timepoint: Timepoint
  package let group: CohortSelection.AttributeValue
  /// The other group; nil for all others together.
  package let other: CohortSelection.AttributeValue?
  /// The number of pairs on each side.
  package let pairs: (group: Int, other: Int)
  package let test: WelchTTest
  /// Nil if it is undefined.
  package let size: TwoGroupEffectSize?
  /// The p-value adjusted by Holm's method over all differences in an output.
  package internal(set) var adjustedP: Double?

  /// The differences for one instrument at every follow-up.
  ///
  /// - Parameters:
  ///   - groups: the instrument's measures, one for each group.
  ///   - selection: determines the reference group, if there is one.
  static func all(
    between groups: [MeasureChange], _ selection: CohortSelection
  ) -> [GroupDifference] {
    guard groups.count > 1, let first = groups.first else { return [] }
    return first.details.indices.flatMap { index -> [GroupDifference] in
      let samples = groups.map { $0.details[index].change?.sample.differences }
      let reference = groups.firstIndex { selection.isReference($0.summary.group) }
      let isOnePair = groups.count == 2 && reference == nil
      let compared = groups.indices.prefix(isOnePair ? 1 : groups.count)
        .filter { $0 != reference }
      return compared.compactMap { number -> GroupDifference? in
        guard let sample = samples[number], let group = groups[number].summary.group else {
          return nil
        }
        let others = reference.map { [$0] } ?? samples.indices.filter { $0 != number }
        let rest = FrequencyTable(merging: others.compactMap { samples[$0] })
        return GroupDifference(
          instrument: first.summary.instrument,
          timepoint: first.summary.timepoints[index].timepoint, group: group,
          other: others.count == 1 ? groups[others[0]].summary.group : nil,
          pairs: (sample.total, rest.total), test: WelchTTest(sample, rest),
          size: TwoGroupEffectSize(sample, rest), adjustedP: nil)
      }
    }
  }

  static func adjusted(_ differences: [GroupDifference]) -> [GroupDifference] {
    let adjusted = HolmAdjustment.adjusted(differences.map(\.test.p))
    return zip(differences, adjusted).map { difference, p in
      var difference = difference
      difference.adjustedP = p
      return difference
    }
  }
}
