/// The disclosed counts as a reader knows them: some exactly, some rounded, some not at all. It
/// searches for other numbers that agree with all of this and with every sum.
struct ConsistentCounts {
  let disclosedCounts: DisclosedCounts
  /// True if the reader is shown nothing about the number.
  private(set) var isFree: [Bool]
  private let readings: (Int) -> ClosedRange<Int>
  /// For each number, the sums that contain it.
  let sumsOfNumber: [[Int]]

  /// - Parameter readings: the possible values of a number that is shown.
  init(
    _ disclosedCounts: DisclosedCounts, isFree: [Bool],
    readings: @escaping (Int) -> ClosedRange<Int>
  ) {
    self.disclosedCounts = disclosedCounts
    self.isFree = isFree
    self.readings = readings
    var sumsOfNumber = Array(repeating: [Int](), count: disclosedCounts.entries.count)
    for (number, sum) in disclosedCounts.sums.enumerated() {
      for position in [sum.whole] + sum.parts { sumsOfNumber[position].append(number) }
    }
    self.sumsOfNumber = sumsOfNumber
  }

  /// Hides a number.
  mutating func free(_ position: Int) { isFree[position] = true }

  /// True if a table was found that agrees with everything shown and has this value at this
  /// position.
  ///
  /// From the real table it proceeds in steps that preserve every sum, each repeated as often as
  /// possible: people are moved from one number to another. The search for steps is limited, so
  /// false may also mean that such a table exists but was not found.
  func allows(_ position: Int, toBe value: Int) -> Bool {
    guard bounds(position).contains(value) else { return false }
    var counts = disclosedCounts.entries.map(\.count)
    while counts[position] != value {
      let missing = value - counts[position]
      var step = BalancedStep(self, counts)
      guard step.find(from: position, by: missing.signum()) else { return false }
      let times = min(abs(missing), step.mostTimes)
      for (moved, change) in step.changes { counts[moved] += change * times }
    }
    return true
  }

  /// The possible values of a number for a reader.
  func bounds(_ position: Int) -> ClosedRange<Int> {
    isFree[position] ? 0...Int(Int32.max) : readings(disclosedCounts.entries[position].count)
  }
}
