/// Solutions of linear equations in numbers from 0 upward: a table of the simplex method.
struct Simplex {
  /// For each column, the least and greatest value in any solution visited so far.
  private(set) var seen: [ClosedRange<Double>]
  private let columns: Int
  private let width: Int
  private let height: Int
  /// One row an equation, its right side last; artificial columns stand behind the others.
  private var cells: [Double]
  private var basis: [Int]

  private static let nothing = 1e-7

  init(rows: [(coefficients: [Int: Double], value: Double)], columns: Int) {
    self.columns = columns
    height = rows.count
    width = columns + rows.count + 1
    cells = Array(repeating: 0, count: height * width)
    basis = Array(0..<height).map { columns + $0 }
    seen = Array(repeating: .infinity...(.infinity), count: columns)
    for (index, row) in rows.enumerated() {
      let sign = row.value < 0 ? -1.0 : 1
      for (column, value) in row.coefficients { cells[index * width + column] = sign * value }
      cells[index * width + columns + index] = 1
      cells[index * width + width - 1] = sign * row.value
    }
  }

  /// Whether there is any solution.
  mutating func findsSolution() -> Bool {
    var costs = Array(repeating: 0.0, count: width)
    for row in 0..<height {
      for column in 0..<width where column < columns || column == width - 1 {
        costs[column] += cells[row * width + column]
      }
    }
    while let column = (0..<columns).first(where: { costs[$0] > Self.nothing }) {
      guard let row = leavingRow(for: column) else { break }
      pivot(row, column, &costs)
    }
    guard costs[width - 1] < 1e-5 else { return false }
    driveOutArtificials()
    seen = (0..<columns).map { value(of: $0)...value(of: $0) }
    return true
  }

  /// Walks to the solution with the greatest (or, with −1, the least) value of a column, until what
  /// was seen of it is enough.
  mutating func maximize(
    _ wanted: Int, sign: Double, until isEnough: (ClosedRange<Double>) -> Bool
  ) {
    var costs = Array(repeating: 0.0, count: width)
    costs[wanted] = sign
    if let row = basis.firstIndex(of: wanted) {
      for column in 0..<width where column < columns || column == width - 1 {
        costs[column] -= sign * cells[row * width + column]
      }
    }
    while !isEnough(seen[wanted]),
      let column = (0..<columns).first(where: { costs[$0] > Self.nothing })
    {
      guard let row = leavingRow(for: column) else {
        seen[wanted] = sign > 0 ? seen[wanted].lowerBound...1e9 : seen[wanted]
        return
      }
      pivot(row, column, &costs)
      look()
    }
  }

  private func value(of column: Int) -> Double {
    basis.firstIndex(of: column).map { cells[$0 * width + width - 1] } ?? 0
  }

  private mutating func look() {
    var values = Array(repeating: 0.0, count: columns)
    for row in 0..<height where basis[row] < columns {
      values[basis[row]] = cells[row * width + width - 1]
    }
    for column in 0..<columns {
      seen[column] =
        min(seen[column].lowerBound, values[column])...max(seen[column].upperBound, values[column])
    }
  }

  /// Bland's rule: of the rows that limit the column most, the one whose basic column comes first.
  private func leavingRow(for column: Int) -> Int? {
    var best: (ratio: Double, row: Int)?
    for row in 0..<height where cells[row * width + column] > Self.nothing {
      let ratio = cells[row * width + width - 1] / cells[row * width + column]
      guard let known = best else {
        best = (ratio, row)
        continue
      }
      if ratio < known.ratio - Self.nothing
        || ratio < known.ratio + Self.nothing && basis[row] < basis[known.row]
      {
        best = (ratio, row)
      }
    }
    return best?.row
  }

  /// An artificial column that stays in the basis, at 0, must not grow later.
  private mutating func driveOutArtificials() {
    var costs = Array(repeating: 0.0, count: width)
    for row in 0..<height where basis[row] >= columns {
      if let column = (0..<columns).first(where: { abs(cells[row * width + $0]) > Self.nothing }) {
        pivot(row, column, &costs)
      }
    }
  }

  private mutating func pivot(_ row: Int, _ column: Int, _ costs: inout [Double]) {
    let (width, height) = (width, height)
    let start = row * width
    cells.withUnsafeMutableBufferPointer { cells in
      let scale = cells[start + column]
      let used = (0..<width).filter { cells[start + $0] != 0 }
      for index in used { cells[start + index] /= scale }
      for other in 0..<height where other != row {
        let factor = cells[other * width + column]
        guard factor != 0 else { continue }
        for index in used { cells[other * width + index] -= factor * cells[start + index] }
      }
      let factor = costs[column]
      for index in used { costs[index] -= factor * cells[start + index] }
    }
    basis[row] = column
  }
}
