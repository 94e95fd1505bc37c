import XCTest

@testable import Instruments

/// WHO 2024: the raw sum of 0 to 25 times 4; below 50, that is a raw sum below 13, is poor.
final class WHO5Tests: XCTestCase {
  private let who5 = BuiltInInstruments.who5

  func testSumTimesFour() {
    XCTAssertEqual(who5.score(answers: [5, 5, 5, 5, 5]).value, 100)
    XCTAssertEqual(who5.score(answers: [0, 0, 0, 0, 0]).value, 0)
    XCTAssertEqual(who5.score(answers: [3, 3, 3, 2, 2]).value, 52)
  }

  func testRawTwelveIsPoorWellBeing() {
    let poor = who5.threshold(.case)
    XCTAssertEqual([12 * 4, 13 * 4].map { poor?.isMet(by: $0) }, [true, false])
    XCTAssertEqual(who5.direction, .higherIsBetter)
  }
}
