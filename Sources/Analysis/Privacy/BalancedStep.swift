/// A small change of several numbers in a table that preserves every sum and everything a reader is
/// shown.
struct BalancedStep {
  private let table: ConsistentCounts
  private let counts: [Int]
  /// The changed numbers, with the amount of the change.
  private(set) var changes: [Int: Int] = [:]
  /// For each sum that is violated, the total of its parts minus the whole.
  private var excess: [Int: Int] = [:]
  /// The number of sums that may still be examined.
  private var searchesLeft = 150

  /// - Parameter counts: the current numbers of the table, which satisfy every sum.
  init(_ table: ConsistentCounts, _ counts: [Int]) {
    self.table = table
    self.counts = counts
  }

  /// Searches for a step that changes a number by this amount; false if none was found.
  mutating func find(from position: Int, by change: Int) -> Bool {
    guard hasRoom(position, change) else { return false }
    move(position, by: change)
    return balance()
  }

  /// The number of times that the step can be applied before a number becomes impossible.
  var mostTimes: Int {
    changes.map { position, change in
      let bounds = table.bounds(position)
      let room =
        change > 0 ? bounds.upperBound - counts[position] : counts[position] - bounds.lowerBound
      return room / abs(change)
    }.min() ?? 0
  }

  /// Changes numbers not changed yet until every sum is satisfied, starting with the sum that has
  /// the fewest ways to do so.
  private mutating func balance() -> Bool {
    guard !excess.isEmpty else { return true }
    guard searchesLeft > 0 else { return false }
    searchesLeft -= 1
    let choices = excess.keys.sorted().map { remedies(for: $0) }
    let fewest = choices.min { left, right in
      (left.count, left.first?.disturbance ?? 0) < (right.count, right.first?.disturbance ?? 0)
    }
    for remedy in fewest ?? [] {
      move(remedy.position, by: remedy.change)
      if balance() { return true }
      takeBack(remedy.position)
    }
    return false
  }

  private struct Remedy {
    let position: Int
    let change: Int
    /// The number of sums newly violated, minus those satisfied again.
    let disturbance: Int
  }

  /// The changes that satisfy a sum, those violating the fewest other sums first; people are thus
  /// moved from one number to another in all sums that count them.
  private func remedies(for number: Int) -> [Remedy] {
    let sum = table.disclosedCounts.sums[number]
    let excess = excess[number] ?? 0
    return (sum.parts.map { ($0, -excess) } + [(sum.whole, excess)]).compactMap {
      position, change in
      guard changes[position] == nil, hasRoom(position, change) else { return nil }
      return Remedy(
        position: position, change: change, disturbance: disturbance(position, by: change))
    }.sorted {
      ($0.disturbance, -counts[$0.position], $0.position)
        < ($1.disturbance, -counts[$1.position], $1.position)
    }
  }

  private func hasRoom(_ position: Int, _ change: Int) -> Bool {
    table.bounds(position).contains(counts[position] + change)
  }

  private func disturbance(_ position: Int, by change: Int) -> Int {
    table.sumsOfNumber[position].reduce(0) { total, number in
      let before = excess[number] ?? 0
      if before == 0 { return total + 1 }
      return before + sign(position, in: number) * change == 0 ? total - 1 : total
    }
  }

  private mutating func move(_ position: Int, by change: Int) {
    changes[position] = change
    shift(position, by: change)
  }

  private mutating func takeBack(_ position: Int) {
    if let change = changes.removeValue(forKey: position) { shift(position, by: -change) }
  }

  private mutating func shift(_ position: Int, by change: Int) {
    for number in table.sumsOfNumber[position] {
      let value = (excess[number] ?? 0) + sign(position, in: number) * change
      excess[number] = value == 0 ? nil : value
    }
  }

  private func sign(_ position: Int, in sum: Int) -> Int {
    table.disclosedCounts.sums[sum].whole == position ? -1 : 1
  }
}
