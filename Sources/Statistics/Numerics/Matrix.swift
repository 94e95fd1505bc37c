/// A small dense matrix of real numbers.
package struct Matrix: Sendable, Equatable {
  /// The number of rows.
  package let rows: Int
  /// The number of columns.
  package let columns: Int
  /// The elements, row by row.
  private var elements: [Double]

  /// A matrix of zeros.
  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// A matrix from a function of row and column.
  package init(rows: Int, columns: Int, element: (_ row: Int, _ column: Int) -> Double) {
    self.init(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns { self[row, column] = element(row, column) }
    }
  }

  /// A square matrix with these numbers on its diagonal, and 0 elsewhere.
  package init(diagonal: [Double]) {
    self.init(rows: diagonal.count, columns: diagonal.count)
    for (place, value) in diagonal.enumerated() { self[place, place] = value }
  }

  /// The element in a row and a column, both counted from 0.
  package subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// The elements of the diagonal.
  package var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  /// The elements of a row.
  func row(_ row: Int) -> [Double] { Array(elements[row * columns..<(row + 1) * columns]) }

  /// The transposed matrix.
  var transposed: Matrix { Matrix(rows: columns, columns: rows) { self[$1, $0] } }

  /// The rows and columns with the given numbers, in that order.
  func part(_ numbers: [Int]) -> Matrix {
    Matrix(rows: numbers.count, columns: numbers.count) { self[numbers[$0], numbers[$1]] }
  }

  /// Adds a multiple of a matrix of the same shape.
  mutating func add(_ other: Matrix, times factor: Double = 1) {
    for place in elements.indices { elements[place] += factor * other.elements[place] }
  }

  /// The rows with any element other than 0, ascending.
  var rowsWithElements: [Int] {
    (0..<rows).filter { row in (0..<columns).contains { self[row, $0] != 0 } }
  }

  /// Σᵢⱼ aᵢⱼ·bⱼᵢ = tr(A·B), without computing the product.
  func traceOfProduct(with other: Matrix) -> Double {
    traceOfProduct(with: other, rows: Array(0..<rows))
  }

  /// tr(A·B), if all rows of A other than the given ones are zero.
  func traceOfProduct(with other: Matrix, rows: [Int]) -> Double {
    var sum = 0.0
    for row in rows {
      for column in 0..<columns { sum += self[row, column] * other[column, row] }
    }
    return sum
  }

  /// v'·A·w.
  func form(_ left: [Double], _ right: [Double]) -> Double { dot(left, self * right) }

  static func * (left: Matrix, right: Matrix) -> Matrix {
    var product = Matrix(rows: left.rows, columns: right.columns)
    for row in 0..<left.rows {
      for inner in 0..<left.columns {
        let factor = left[row, inner]
        // The matrices of covariance structures are mostly zeros.
        guard factor != 0 else { continue }
        for column in 0..<right.columns { product[row, column] += factor * right[inner, column] }
      }
    }
    return product
  }

  static func * (left: Matrix, right: [Double]) -> [Double] {
    (0..<left.rows).map { dot(left.row($0), right) }
  }
}

/// The scalar product of two vectors of the same length.
func dot(_ left: [Double], _ right: [Double]) -> Double {
  zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
