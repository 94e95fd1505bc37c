import XCTest

@testable import Instruments

final class ItemTests: XCTestCase {
  func testPointsOfEachRecode() {
    let scale = AnswerScale(1...4)
    XCTAssertEqual(Item(answers: scale).points(for: 1), 1)
    XCTAssertEqual(
      (1...4).map { Item(answers: scale, recode: .reversed).points(for: $0) }, [4, 3, 2, 1])
    let table = Item(answers: scale, recode: .table([7, 5, 0, 9]))
    XCTAssertEqual((1...4).map { table.points(for: $0) }, [7, 5, 0, 9])
    XCTAssertEqual(table.pointsRange, 0...9)
  }

  func testCodeThatIsNotAllowedHasNoPoints() {
    let item = Item(answers: AnswerScale(1...4), recode: .reversed)
    for code in [0, 5, .min, .max] { XCTAssertNil(item.points(for: code)) }
  }
}
