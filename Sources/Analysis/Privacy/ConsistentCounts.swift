/// The numbers of the disclosed counts as a reader knows them: some exactly, some rounded, some not
/// at all. It looks for other numbers that agree with all of that and with every sum.
struct ConsistentCounts {
  let disclosedCounts: DisclosedCounts
  /// Whether the reader is shown nothing of the number.
  private(set) var isFree: [Bool]
  private let readings: (Int) -> ClosedRange<Int>
  /// For each number, the sums that it is in.
  let sumsOfNumber: [[Int]]

  /// - Parameter readings: what a shown number may stand for.
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

  /// Shows the number no more.
  mutating func free(_ position: Int) { isFree[position] = true }

  /// Whether a table was found that agrees with everything shown and has this value in this place.
  ///
  /// From the real table it walks there in steps that keep every sum, as far as each of them goes:
  /// people are moved from one number to another. The steps are looked for with bounded patience,
  /// so that false may also mean that there is such a table.
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

  /// What a reader can take a number for.
  func bounds(_ position: Int) -> ClosedRange<Int> {
    isFree[position] ? 0...Int(Int32.max) : readings(disclosedCounts.entries[position].count)
  }
}
