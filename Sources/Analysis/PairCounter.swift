import Statistics

/// Counts how often each pair of scores occurs, by the numbers that a score table gives them.
struct PairCounter: Sendable {
  private let codes: Int
  /// One count a pair, where there are few different scores: questionnaires have dozens.
  private var dense: [Int]
  /// The pairs that occur, where there are so many different scores that a full table would not fit.
  private var sparse: [Int: Int] = [:]

  /// How many counts full tables may have together.
  private static let largestTables = 1 << 18

  /// - Parameters:
  ///   - codes: how many different scores there are.
  ///   - counters: how many counters are held at the same time: there may be one for each of
  ///     thousands of groups.
  init(codes: Int, counters: Int = 1) {
    self.codes = codes
    let pairs = codes * codes
    dense = pairs * counters <= Self.largestTables ? Array(repeating: 0, count: pairs) : []
  }

  mutating func add(_ baseline: Int32, _ followUp: Int32) {
    let pair = Int(baseline) * codes + Int(followUp)
    if dense.isEmpty {
      sparse[pair, default: 0] += 1
    } else {
      dense[pair] += 1
    }
  }

  /// The pairs with the scores that the numbers stand for.
  func table(_ values: [Double]) -> PairedFrequencyTable {
    let counts: [(Int, Int)] =
      dense.isEmpty
      ? sparse.map { ($0.key, $0.value) } : dense.indices.map { ($0, dense[$0]) }
    return PairedFrequencyTable(
      cells: counts.filter { $0.1 > 0 }.map { pair, count in
        .init(baseline: values[pair / codes], followUp: values[pair % codes], count: count)
      })
  }
}
