import Instruments
import Statistics

/// Change from baseline to one timepoint, over those scored at both.
///
/// It is a change before and after without a comparison group, and never called anything else.
package struct ChangeSummary: Sendable, Equatable {
  package let baselineMean: Double?
  package let followUpMean: Double?
  /// Pairs, mean change, its spread and interval, and the paired t test.
  package let test: PairedTTest
  /// Nil where the instrument's metric knows no percent: T scores.
  package let percent: PercentChange?
  package let sizes: EffectSizes
  /// Percent change of the means with the sign turned so that better is positive.
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
