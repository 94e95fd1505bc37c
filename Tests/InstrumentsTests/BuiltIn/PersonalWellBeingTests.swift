import XCTest

@testable import Instruments

final class PersonalWellBeingTests: XCTestCase {
  /// Office for National Statistics: 0 to 4 low, 5 and 6 medium, 7 and 8 high, 9 and 10 very high.
  func testLifeSatisfactionIsItsOneAnswer() {
    let satisfaction = BuiltInInstruments.onsLifeSatisfaction
    XCTAssertEqual(satisfaction.score(answers: [7]).value, 7)
    XCTAssertEqual(
      [4, 5, 6, 7, 8, 9].map { satisfaction.band(for: $0)?.label },
      ["low", "medium", "medium", "high", "high", "very high"])
    XCTAssertEqual(satisfaction.bandsSource?.isVerified, false)
  }
}
