import XCTest

@testable import Instruments

final class InstrumentTests: XCTestCase {
  func testBandsOfPHQ9AtTheirEdges() {
    let labels = [0, 4, 5, 9, 10, 14, 15, 19, 20, 27].map {
      BuiltInInstruments.phq9.band(for: $0)?.label
    }
    XCTAssertEqual(
      labels,
      [
        "minimal", "minimal", "mild", "mild", "moderate", "moderate", "moderately severe",
        "moderately severe", "severe", "severe",
      ])
  }

  func testScoreWithDecimalsBelongsToTheBandBelow() {
    XCTAssertEqual(BuiltInInstruments.phq9.band(for: 4.9)?.label, "minimal")
  }

  func testNoBandOutsideTheRangeOrWithoutBands() {
    for score in [-1, 28, .nan] { XCTAssertNil(BuiltInInstruments.phq9.band(for: score)) }
    XCTAssertNil(BuiltInInstruments.swemwbs.band(for: 20.73))
  }

  func testMissingItemRulesAreFoundByName() {
    let phq9 = BuiltInInstruments.phq9
    XCTAssertEqual(phq9.missingItemRule(named: "complete"), .completeOnly)
    XCTAssertEqual(phq9.missingItemRule(named: "prorated")?.atMost, 2)
    XCTAssertNil(phq9.missingItemRule(named: "mean"))
  }

  func testFirstThresholdOfAKind() {
    XCTAssertEqual(BuiltInInstruments.gad7.threshold(.case)?.value, 8)
    XCTAssertNil(BuiltInInstruments.healthyDays.threshold(.reliableChange))
  }
}
