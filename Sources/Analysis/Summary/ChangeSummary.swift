import Instruments
import Statistics

/// The change from baseline to one timepoint, among participants scored at both.
///
/// It is a before/after change without a comparison group, and must never be called anything else.
package struct ChangeSummary: Sendable, Equatable {
  package let baselineMean: Double?
  package let followUpMean: Double?
  /// The pairs, the mean change with its spread and interval, and the paired t test.
  package let test: PairedTTest
  /// Nil if percent change is not meaningful for the instrument's metric: T scores.
  package let percent: PercentChange?
  package let sizes: EffectSizes
  /// The percent change of the means with its sign chosen so that better is positive.
  package let improvementPercent: Double?

  init(_ sample: PairedFrequencyTable, _ instrument: Instrument) {
    baselineMean = sample.baseline.mean
    followUpMean = sample.followUp.mean
    test = PairedTTest(sample)
    percent = instrument.metric.allowsPercentChange ? PercentChange(sample) : nil
    sizes = EffectSizes(sample)
    improvementPercent = percent?.ofMeans.map(instrument.direction.improvement(of:))
  }
}
