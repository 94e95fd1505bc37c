import XCTest

@testable import Instruments

/// PROMIS Global Health scoring manual, its two conversion tables, as quoted by awell-score.
final class PROMISGlobalHealthTests: XCTestCase {
  func testMentalHealthTableAtItsEndsAndMiddle() {
    let mental = BuiltInInstruments.promisMentalHealth
    XCTAssertEqual(mental.score(answers: [1, 1, 1, 5]).value, 21.2)
    XCTAssertEqual(mental.score(answers: [3, 3, 3, 3]).value, 43.5)
    XCTAssertEqual(mental.score(answers: [3, 3, 4, 3]).value, 45.8)
    XCTAssertEqual(mental.score(answers: [5, 5, 5, 1]).value, 67.6)
  }

  func testPhysicalHealthTableAtItsEndsAndMiddle() {
    let physical = BuiltInInstruments.promisPhysicalHealth
    XCTAssertEqual(physical.score(answers: [1, 1, 10, 5]).value, 16.2)
    XCTAssertEqual(physical.score(answers: [3, 3, 5, 3]).value, 39.8)
    XCTAssertEqual(physical.score(answers: [5, 5, 0, 1]).value, 67.7)
  }

  /// Pain: 0 → 5, 1 to 3 → 4, 4 to 6 → 3, 7 to 9 → 2, 10 → 1.
  func testPainIsRecoded() {
    let pain = BuiltInInstruments.promisPhysicalHealth.items[2]
    XCTAssertEqual((0...10).map { pain.points(for: $0) }, [5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1])
  }

  func testTableNeedsAllFourItems() {
    XCTAssertNil(BuiltInInstruments.promisMentalHealth.score(answers: [3, 3, 3, nil]).value)
  }

  func testTScoresAllowNoPercentChange() {
    XCTAssertFalse(BuiltInInstruments.promisMentalHealth.metric.allowsPercentChange)
    XCTAssertFalse(BuiltInInstruments.promisPhysicalHealth.metric.allowsPercentChange)
  }
}
