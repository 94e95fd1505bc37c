/// The size, center, spread and quartiles of one sample of scores.
///
/// Everything but `n` is in the unit of the sample, and nil if undefined: all values for an empty
/// sample, the standard deviation for a sample of one.
package struct DescriptiveStatistics: Sendable, Equatable {
  /// The size of the sample.
  package let n: Int
  /// The arithmetic mean.
  package let mean: Double?
  /// The standard deviation, denominator n − 1.
  package let standardDeviation: Double?
  /// The smallest value.
  package let minimum: Double?
  /// The 0.25 quantile, Hyndman & Fan's type 7.
  package let firstQuartile: Double?
  /// The median.
  package let median: Double?
  /// The 0.75 quantile, Hyndman & Fan's type 7.
  package let thirdQuartile: Double?
  /// The largest value.
  package let maximum: Double?

  /// Describes a sample of any size.
  package init(_ sample: FrequencyTable) {
    n = sample.total
    mean = sample.mean
    standardDeviation = sample.standardDeviation
    minimum = sample.minimum
    firstQuartile = sample.quantile(0.25)
    median = sample.quantile(0.5)
    thirdQuartile = sample.quantile(0.75)
    maximum = sample.maximum
  }
}
