/// The lower triangular L with L·L' = A of a symmetric positive definite matrix A.
struct CholeskyFactor: Sendable {
  private let factor: Matrix

  /// Factors a symmetric matrix; only its lower triangle is read.
  ///
  /// - Returns: nil unless the matrix is positive definite by a margin: a pivot is the variance
  ///   left in a quantity when all those before it are known, and must exceed 1e-12 of the
  ///   quantity's variance.
  init?(_ matrix: Matrix) {
    var factor = Matrix(rows: matrix.rows, columns: matrix.rows)
    for row in 0..<matrix.rows {
      for column in 0...row {
        var rest = matrix[row, column]
        for inner in 0..<column { rest -= factor[row, inner] * factor[column, inner] }
        if column < row {
          factor[row, column] = rest / factor[column, column]
        } else {
          // Written so that an element that is not a number fails.
          guard rest > 1e-12 * matrix[row, row], rest.isFinite else { return nil }
          factor[row, row] = rest.squareRoot()
        }
      }
    }
    self.factor = factor
  }

  /// The diagonal of L.
  var diagonal: [Double] { factor.diagonal }

  /// ln |A|.
  var logarithmOfDeterminant: Double {
    2 * factor.diagonal.reduce(0) { $0 + ElementaryFunctions.logarithm($1) }
  }

  /// The x with A·x = b.
  func solve(_ rightSide: [Double]) -> [Double] {
    let size = factor.rows
    var x = rightSide
    for row in 0..<size {
      for inner in 0..<row { x[row] -= factor[row, inner] * x[inner] }
      x[row] /= factor[row, row]
    }
    for row in (0..<size).reversed() {
      for inner in (row + 1)..<max(size, row + 1) { x[row] -= factor[inner, row] * x[inner] }
      x[row] /= factor[row, row]
    }
    return x
  }

  /// A⁻¹, symmetric to the last bit.
  var inverse: Matrix {
    let size = factor.rows
    let columns = (0..<size).map { unit in
      solve((0..<size).map { $0 == unit ? 1 : 0 })
    }
    return Matrix(rows: size, columns: size) { columns[min($0, $1)][max($0, $1)] }
  }
}
