/// The averages of all pairs of a sample, each value also with itself, known by their order.
///
/// A million values have 5·10¹¹ averages: none is kept. How many lie at or below a number takes one
/// pass over the distinct values; halving the range of doubles that hold the average sought takes
/// at most 64 such passes, and ends at the very double.
struct WalshAverages: Sendable {
  private let sample: FrequencyTable
  /// At place i, how many values of the sample come before the i-th distinct one.
  private let countsBefore: [Int]

  /// The averages of a sample that is not empty.
  init(_ sample: FrequencyTable) {
    precondition(sample.total > 0, "there is a value")
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

  /// The average at a place of the ascending order, from 1 to `total`.
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

  /// How many averages are at most `bound`, as rounded to doubles: sums rise with either term, so
  /// the partners that fit get fewer from one value to the next.
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

  /// The place of a double among all doubles.
  private static func key(of number: Double) -> Int64 {
    let bits = Int64(bitPattern: number.bitPattern)
    return bits < 0 ? bits ^ Int64.max : bits
  }

  /// The double at a place among all doubles.
  private static func number(of key: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: key < 0 ? key ^ Int64.max : key))
  }
}
