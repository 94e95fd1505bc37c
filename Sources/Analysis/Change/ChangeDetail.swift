import Instruments
import Statistics

/// The results about the change from baseline to one timepoint that a summary does not have, among
/// participants scored at both.
package struct ChangeDetail: Sendable, Equatable {
  /// The changes of all pairs, including those of 0: their median and quartiles.
  package let changes: DescriptiveStatistics
  package let wilcoxon: WilcoxonSignedRankTest
  /// The pseudomedian of the changes, without those of 0.
  package let hodgesLehmann: HodgesLehmannEstimate
  /// The interval of d_z.
  package let cohensDzInterval: ConfidenceInterval?
  /// The change as a percentage of the distance to the better end of the scale; nil if percent
  /// change is not meaningful for the instrument's metric: T scores.
  package let percentOfDistance: PercentOfDistance?
  /// The p-value of the t test, adjusted by Holm's method.
  package internal(set) var adjustedP: Double?
  /// The p-value of Wilcoxon's test, adjusted likewise.
  package internal(set) var adjustedWilcoxonP: Double?
  /// The pairs themselves, for tests between groups.
  let sample: PairedFrequencyTable

  init(_ sample: PairedFrequencyTable, _ instrument: Instrument) {
    changes = DescriptiveStatistics(sample.differences)
    wilcoxon = WilcoxonSignedRankTest(sample)
    hodgesLehmann = HodgesLehmannEstimate(sample)
    cohensDzInterval = EffectSizes.cohensDzInterval(sample)
    percentOfDistance =
      instrument.metric.allowsPercentChange
      ? PercentOfDistance(sample, to: instrument.betterEnd) : nil
    self.sample = sample
  }
}

extension Instrument {
  /// The end of the scale toward which scores improve.
  package var betterEnd: Double {
    switch direction {
    case .lowerIsBetter: range.lowerBound
    case .higherIsBetter: range.upperBound
    }
  }
}
