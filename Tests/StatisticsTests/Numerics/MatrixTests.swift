import XCTest

@testable import Statistics

final class MatrixTests: XCTestCase {
  private let wide = Matrix([[1, 2, 3], [4, 5, 6]])
  private let tall = Matrix([[7, 0], [8, -1], [9, 2]])

  func testProductsByHand() {
    XCTAssertEqual(wide * tall, Matrix([[50, 4], [122, 7]]))
    XCTAssertEqual(wide * [1, -1, 2], [5, 11])
    XCTAssertEqual(wide.form([2, 1], [1, -1, 2]), 21)
  }

  func testTheTraceOfAProductIsThatOfTheProduct() {
    XCTAssertEqual(wide.traceOfProduct(with: tall), 57)
    XCTAssertEqual(wide.traceOfProduct(with: tall, rows: [1]), 7)
  }

  func testShapesAndParts() {
    XCTAssertEqual(wide.transposed, Matrix([[1, 4], [2, 5], [3, 6]]))
    XCTAssertEqual(wide.diagonal, [1, 5])
    XCTAssertEqual(wide.row(1), [4, 5, 6])
    XCTAssertEqual(Matrix(diagonal: [2, 3]), Matrix([[2, 0], [0, 3]]))
    XCTAssertEqual(
      Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).part([0, 2]), Matrix([[1, 3], [7, 9]]))
    XCTAssertEqual(Matrix([[0, 0], [0, 1], [0, 0]]).rowsWithElements, [1])
  }

  func testAddingAMultiple() {
    var sum = wide
    sum.add(Matrix([[1, 1, 1], [0, 0, 2]]), times: -3)
    XCTAssertEqual(sum, Matrix([[-2, -1, 0], [4, 5, 0]]))
  }
}
