/// The averages of all pairs of values in a sample, including each value with itself, accessed by
/// rank.
///
/// A million values have 5·10¹¹ averages, so none is stored. Counting the averages at or below a
/// number takes one pass over the distinct values; halving the range of doubles that contains the
/// average sought takes at most 64 such passes, and ends at exactly that double.
struct WalshAverages: Sendable {
  private let sample: FrequencyTable
  /// At place i, the number of values in the sample before the i-th distinct one.
  private let countsBefore: [Int]

  /// The averages of a sample, which must not be empty.
  init(_ sample: FrequencyTable) {
    precondition(sample.total > 0, "the sample is not empty")
    self.sample = sample
    countsBefore = sample.counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// n·(n + 1)/2.
  var total: Int { sample.total * (sample.total + 1) / 2 }

  /// The median of the averages.
  var median: Double {
    let lower = orderStatistic((total + 1) / 2)
    let upper = total.isMultiple(of: 2) ? orderStatistic(total / 2 + 1) : lower
    return (lower + upper) / 2
  }

  /// The average at a rank in ascending order, from 1 to `total`.
  func orderStatistic(_ place: Int) -> Double {
    var low = Self.key(of: sample.values[0])
    var high = Self.key(of: sample.values[sample.values.count - 1])
    while low < high {
      let middle = low &+ Int64(UInt64(bitPattern: high &- low) / 2)
      if count(upTo: Self.number(of: middle)) >= place {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return Self.number(of: low)
  }

  /// The number of averages that are at most `bound`, each rounded to a double. Sums rise with
  /// either term, so the number of matching partners falls from one value to the next.
  private func count(upTo bound: Double) -> Int {
    let values = sample.values
    let counts = sample.counts
    var count = 0
    var end = values.count
    for (index, value) in values.enumerated() {
      while end > index, (value + values[end - 1]) / 2 > bound { end -= 1 }
      guard end > index else { break }
      let own = counts[index]
      count += own * (own + 1) / 2 + own * (countsBefore[end] - countsBefore[index + 1])
    }
    return count
  }

  /// The rank of a double among all doubles.
  private static func key(of number: Double) -> Int64 {
    let bits = Int64(bitPattern: number.bitPattern)
    return bits < 0 ? bits ^ Int64.max : bits
  }

  /// The double at a rank among all doubles.
  private static func number(of key: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: key < 0 ? key ^ Int64.max : key))
  }
}
