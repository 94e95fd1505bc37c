import Instruments
import Statistics

/// What is computed of the change from baseline to one timepoint beyond a summary, over those
/// scored at both.
package struct ChangeDetail: Sendable, Equatable {
  /// The changes of all pairs, those of 0 among them: their median and quartiles.
  package let changes: DescriptiveStatistics
  package let wilcoxon: WilcoxonSignedRankTest
  /// The pseudomedian of the changes, those of 0 left out.
  package let hodgesLehmann: HodgesLehmannEstimate
  /// The interval of d_z.
  package let cohensDzInterval: ConfidenceInterval?
  /// Change in percent of the distance to the better end of the scale; nil where the instrument's
  /// metric knows no percent: T scores.
  package let percentOfDistance: PercentOfDistance?
  /// The p of the t test, adjusted by Holm's method.
  package internal(set) var adjustedP: Double?
  /// The p of Wilcoxon's test, adjusted likewise.
  package internal(set) var adjustedWilcoxonP: Double?
  /// The pairs themselves, for tests of one group against another.
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
  /// The end of the scale that an improvement leads to.
  package var betterEnd: Double {
    switch direction {
    case .lowerIsBetter: range.lowerBound
    case .higherIsBetter: range.upperBound
    }
  }
}
