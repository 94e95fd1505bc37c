import XCTest

@testable import Instruments

/// University of Warwick's conversion of the raw total: 7 → 7.00, 20 → 18.59, 35 → 35.00.
final class ShortWarwickEdinburghTests: XCTestCase {
  func testRawTotalIsConverted() {
    let swemwbs = BuiltInInstruments.swemwbs
    XCTAssertEqual(swemwbs.score(answers: [1, 1, 1, 1, 1, 1, 1]).value, 7)
    XCTAssertEqual(swemwbs.score(answers: [2, 1, 1, 1, 1, 1, 1]).value, 9.51)
    XCTAssertEqual(swemwbs.score(answers: [3, 3, 3, 3, 3, 3, 2]).value, 18.59)
    XCTAssertEqual(swemwbs.score(answers: [3, 3, 3, 3, 3, 3, 3]).value, 19.25)
    XCTAssertEqual(swemwbs.score(answers: [5, 5, 5, 5, 5, 5, 4]).value, 32.55)
    XCTAssertEqual(swemwbs.score(answers: [5, 5, 5, 5, 5, 5, 5]).value, 35)
  }

  func testNoAnswerMayBeMissing() {
    XCTAssertNil(BuiltInInstruments.swemwbs.score(answers: [5, 5, 5, 5, 5, 5, nil]).value)
  }
}
