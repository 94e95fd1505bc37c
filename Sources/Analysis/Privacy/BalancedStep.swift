/// A small change of several numbers of a table that keeps every sum and what a reader is shown.
struct BalancedStep {
  private let table: ConsistentCounts
  private let counts: [Int]
  /// The numbers that move, with how far.
  private(set) var changes: [Int: Int] = [:]
  /// For each sum that does not hold: its parts together minus the whole.
  private var excess: [Int: Int] = [:]
  /// How many sums may still be looked at.
  private var patience = 150

  /// - Parameter counts: the numbers of the table as they are now; every sum holds.
  init(_ table: ConsistentCounts, _ counts: [Int]) {
    self.table = table
    self.counts = counts
  }

  /// Looks for a step that changes a number so; false where none was found.
  mutating func find(from position: Int, by change: Int) -> Bool {
    guard hasRoom(position, change) else { return false }
    move(position, by: change)
    return balance()
  }

  /// How many times the step can be made before something becomes impossible.
  var mostTimes: Int {
    changes.map { position, change in
      let bounds = table.bounds(position)
      let room =
        change > 0 ? bounds.upperBound - counts[position] : counts[position] - bounds.lowerBound
      return room / abs(change)
    }.min() ?? 0
  }

  /// Moves numbers that were not moved yet until every sum holds, first in the sum with the fewest
  /// ways to do so.
  private mutating func balance() -> Bool {
    guard !excess.isEmpty else { return true }
    guard patience > 0 else { return false }
    patience -= 1
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
    /// How many sums stop holding by it, less those that hold again.
    let disturbance: Int
  }

  /// What makes a sum hold, what disturbs other sums least first: so people are moved from one
  /// number to another in all sums that count them.
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
