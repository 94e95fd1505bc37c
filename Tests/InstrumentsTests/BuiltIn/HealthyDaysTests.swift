import XCTest

@testable import Instruments

/// CDC 2000, Measuring Healthy Days: 4 and 2 days make 6, 30 and 30 make 30; and State Health
/// Compare's example, 17 mentally and 20 physically unhealthy days make 30.
final class HealthyDaysTests: XCTestCase {
  func testSumIsCappedAtThirty() {
    let days = BuiltInInstruments.healthyDays
    XCTAssertEqual(days.score(answers: [4, 2]).value, 6)
    XCTAssertEqual(days.score(answers: [30, 30]).value, 30)
    XCTAssertEqual(days.score(answers: [20, 17]).value, 30)
    XCTAssertEqual(days.score(answers: [15, 15]).value, 30)
    XCTAssertEqual(days.score(answers: [0, 0]).value, 0)
  }

  func testBothItemsAreNeeded() {
    XCTAssertNil(BuiltInInstruments.healthyDays.score(answers: [4, nil]).value)
    XCTAssertNil(BuiltInInstruments.healthyDays.score(answers: [nil, 2]).value)
  }

  func testHRQOL4ScoresOnlyItsTwoDayItems() {
    let hrqol4 = BuiltInInstruments.hrqol4
    XCTAssertEqual(hrqol4.score(answers: [5, 4, 2, 30]).value, 6)
    let score = hrqol4.score(answers: [nil, 30, 30, nil])
    XCTAssertEqual(score, Score(outcome: .scored(30), answered: 2, of: 2))
    XCTAssertNil(hrqol4.score(answers: [1, 4, nil, 0]).value)
  }
}
