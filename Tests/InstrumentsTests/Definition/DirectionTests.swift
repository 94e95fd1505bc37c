import XCTest

@testable import Instruments

final class DirectionTests: XCTestCase {
  func testImprovementIsPositiveInBothDirections() {
    XCTAssertEqual(Direction.lowerIsBetter.improvement(of: -2), 2)
    XCTAssertEqual(Direction.higherIsBetter.improvement(of: -2), -2)
  }

  func testRawValuesAreThoseOfTheContract() {
    XCTAssertEqual(
      Direction.allCases.map(\.rawValue), ["lower_is_better", "higher_is_better"])
  }
}
