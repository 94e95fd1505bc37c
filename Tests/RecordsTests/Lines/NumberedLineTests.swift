import Records
import XCTest

final class NumberedLineTests: XCTestCase {
  func testALineMovesDownWithItsValue() {
    let line = NumberedLine(number: 3, value: "value").movedDown(by: 40)
    XCTAssertEqual(line.number, 43)
    XCTAssertEqual(line.value, "value")
    XCTAssertEqual(line.movedDown(by: 0).number, 43)
  }
}
