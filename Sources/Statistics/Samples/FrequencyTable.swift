/// A sample of finite numbers, kept as its distinct values and the count of each.
///
/// Questionnaire scores take few distinct values, however many people there are. Computing from the
/// counts takes one step for each distinct value, and makes every result independent, to the last
/// bit, of the order of the sample and of its division for counting.
package struct FrequencyTable: Sendable, Equatable {
  /// The distinct values, ascending, in the unit of the sample.
  package let values: [Double]
  /// The count of each value, at least 1; same length as `values`.
  package let counts: [Int]
  /// The size of the sample.
  package let total: Int

  /// Counts a sample in any order; an empty one gives an empty table.
  ///
  /// - Parameter sample: finite numbers; −0 counts as 0.
  package init(_ sample: some Sequence<Double>) {
    var occurrences: [Double: Int] = [:]
    for value in sample { occurrences[value, default: 0] += 1 }
    self.init(occurrences: occurrences)
  }

  /// A table of values already counted.
  ///
  /// - Parameter occurrences: the count of each value; finite keys, counts of at least 1.
  package init(occurrences: [Double: Int]) {
    let sorted = occurrences.sorted { $0.key < $1.key }
    // Adding +0 turns −0 into 0: the two are one key, and which of them was kept is arbitrary.
    self.init(sortedDistinctValues: sorted.map { $0.key + 0 }, counts: sorted.map(\.value))
  }

  /// Several samples, in any order, as one.
  package init(merging samples: [FrequencyTable]) {
    var occurrences: [Double: Int] = [:]
    for sample in samples {
      for (value, count) in zip(sample.values, sample.counts) {
        occurrences[value, default: 0] += count
      }
    }
    self.init(occurrences: occurrences)
  }

  /// A table of values already counted and sorted.
  ///
  /// - Parameters:
  ///   - values: finite, strictly ascending.
  ///   - counts: the count of each value, at least 1; as many as there are values.
  package init(sortedDistinctValues values: [Double], counts: [Int]) {
    precondition(values.count == counts.count, "one count for each value")
    precondition(values.allSatisfy(\.isFinite), "values are finite")
    precondition(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "values ascend")
    precondition(counts.allSatisfy { $0 > 0 }, "counts are positive")
    self.values = values
    self.counts = counts
    self.total = counts.reduce(0, +)
  }

  /// The smallest value, nil for an empty sample.
  package var minimum: Double? { values.first }

  /// The largest value, nil for an empty sample.
  package var maximum: Double? { values.last }

  /// The arithmetic mean by compensated summation, nil for an empty sample.
  package var mean: Double? {
    guard let first = values.first else { return nil }
    // Count × value ÷ count may differ from the value by a rounding; the mean of equal values must
    // not.
    guard values.count > 1 else { return first }
    let sum = CompensatedSum(zip(values, counts).lazy.map { $0 * Double($1) })
    return sum.value / Double(total)
  }

  /// The sample variance with denominator n − 1; nil for fewer than two values, exactly 0 if all
  /// values are equal.
  ///
  /// The corrected two-pass algorithm, which compensates for the rounding of the mean: Chan, Golub
  /// & LeVeque (1983), doi 10.1080/00031305.1983.10483115. Σx² is avoided, since it loses the
  /// significant digits.
  package var variance: Double? {
    guard total > 1, let mean else { return nil }
    var squares = CompensatedSum()
    var remainder = CompensatedSum()
    for (value, count) in zip(values, counts) {
      let deviation = value - mean
      squares.add(deviation * deviation * Double(count))
      remainder.add(deviation * Double(count))
    }
    let correction = remainder.value * remainder.value / Double(total)
    return (squares.value - correction) / Double(total - 1)
  }

  /// The sample standard deviation, in the unit of the sample; nil for fewer than two values.
  package var standardDeviation: Double? { variance?.squareRoot() }

  /// The quantile by Hyndman & Fan's type 7 (1996, doi 10.1080/00031305.1996.10473566), R's
  /// default: linear between the order statistics around position (n − 1)·probability.
  ///
  /// - Parameter probability: from 0, the minimum, to 1, the maximum.
  /// - Returns: nil for an empty sample or a probability outside 0…1.
  package func quantile(_ probability: Double) -> Double? {
    guard total > 0, (0...1).contains(probability) else { return nil }
    let position = Double(total - 1) * probability
    let below = Int(position)
    let lower = orderStatistic(below)
    let upper = orderStatistic(min(below + 1, total - 1))
    return lower + (position - Double(below)) * (upper - lower)
  }

  /// The value at a place, from 0 to `total` − 1, of the sorted sample.
  private func orderStatistic(_ place: Int) -> Double {
    var index = 0
    var remaining = place
    while remaining >= counts[index] {
      remaining -= counts[index]
      index += 1
    }
    return values[index]
  }
}
