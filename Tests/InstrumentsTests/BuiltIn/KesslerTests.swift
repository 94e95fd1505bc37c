import XCTest

@testable import Instruments

final class KesslerTests: XCTestCase {
  /// Prochaska et al. 2012: moderate distress from 5, serious from 13, of 0 to 24.
  func testK6CountsFromZero() {
    let k6 = BuiltInInstruments.k6
    XCTAssertEqual(k6.score(answers: [0, 0, 0, 0, 0, 0]).value, 0)
    XCTAssertEqual(k6.score(answers: [4, 4, 4, 4, 4, 4]).value, 24)
    XCTAssertEqual(
      [4, 5, 12, 13].map { k6.band(for: $0)?.label },
      ["none or low", "moderate", "moderate", "serious"])
  }

  /// Australian Bureau of Statistics 4817.0.55.001, tables D and E.
  func testK10CountsFromOne() {
    let k10 = BuiltInInstruments.k10
    XCTAssertEqual(k10.score(answers: Array(repeating: 1, count: 10)).value, 10)
    XCTAssertEqual(k10.score(answers: Array(repeating: 5, count: 10)).value, 50)
    XCTAssertEqual(
      [10, 15, 16, 21, 22, 29, 30, 50].map { k10.band(for: $0)?.label },
      ["low", "low", "moderate", "moderate", "high", "high", "very high", "very high"])
  }
}
