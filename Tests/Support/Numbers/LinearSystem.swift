/// Numbers from 0 upward, some of them known within bounds, with sums that hold between them; and
/// what follows for the others, by linear programming (Dantzig's simplex method with Bland's rule,
/// 1977, doi 10.1287/moor.2.2.103).
package struct LinearSystem {
  private var positions: [String: Int] = [:]
  package private(set) var addresses: [String] = []
  private var bounds: [ClosedRange<Int>?] = []
  private var sums: [(whole: Int, parts: [Int])] = []

  package init() {}

  /// Adds a number; nil where nothing is known of it.
  package mutating func add(_ address: String, _ known: ClosedRange<Int>?) {
    guard positions[address] == nil else { return }
    positions[address] = addresses.count
    addresses.append(address)
    bounds.append(known)
  }

  package mutating func addSum(_ whole: String, _ parts: [String]) {
    for address in [whole] + parts { add(address, nil) }
    sums.append((positions[whole] ?? 0, parts.map { positions[$0] ?? 0 }))
  }

  /// For each of these numbers, the least and the greatest value that was looked for and found. It
  /// is looked for only until a value outside of `uninteresting` and another one are found.
  package func ranges(
    of wanted: [(address: String, uninteresting: ClosedRange<Int>)]
  ) -> [String: ClosedRange<Double>] {
    var simplex = Simplex(rows: rows, columns: columns)
    guard simplex.findsSolution() else { return [:] }
    var ranges: [String: ClosedRange<Double>] = [:]
    for (address, uninteresting) in wanted {
      guard let position = positions[address], let column = column(of: position) else { continue }
      let offset = Double(bounds[position]?.lowerBound ?? 0)
      let isEnough = { (seen: ClosedRange<Double>) in
        seen.upperBound - seen.lowerBound > 0.5
          && (seen.lowerBound + offset < Double(uninteresting.lowerBound) - 0.5
            || seen.upperBound + offset > Double(uninteresting.upperBound) + 0.5)
      }
      for sign in [1.0, -1.0] where !isEnough(simplex.seen[column]) {
        simplex.maximize(column, sign: sign) { isEnough($0) }
      }
      let seen = simplex.seen[column]
      ranges[address] = (seen.lowerBound + offset)...(seen.upperBound + offset)
    }
    return ranges
  }

  /// The column of a number, above its least value; nil where the number is known exactly.
  private func column(of position: Int) -> Int? { columnOfPosition[position] }

  private var columnOfPosition: [Int?] {
    var next = 0
    return bounds.map { known in
      if let known, known.count == 1 { return nil }
      defer { next += 1 }
      return next
    }
  }

  private var columns: Int { columnOfPosition.count { $0 != nil } + slackCount }
  private var slackCount: Int { bounds.count { ($0?.count ?? 1) > 1 } }

  /// Coefficients and right side: one row a sum, and one with a slack for each upper bound.
  private var rows: [(coefficients: [Int: Double], value: Double)] {
    let columnOf = columnOfPosition
    var rows: [(coefficients: [Int: Double], value: Double)] = []
    for sum in sums {
      var row: [Int: Double] = [:]
      var value = 0.0
      for (position, sign) in sum.parts.map({ ($0, 1.0) }) + [(sum.whole, -1.0)] {
        value -= sign * Double(bounds[position]?.lowerBound ?? 0)
        if let column = columnOf[position] { row[column, default: 0] += sign }
      }
      if !row.isEmpty { rows.append((row, value)) }
    }
    var slack = columnOf.count { $0 != nil }
    for (position, known) in bounds.enumerated() {
      guard let known, known.count > 1, let column = columnOf[position] else { continue }
      rows.append(([column: 1, slack: 1], Double(known.count - 1)))
      slack += 1
    }
    return rows
  }
}
