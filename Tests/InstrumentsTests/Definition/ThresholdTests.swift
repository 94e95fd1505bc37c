import XCTest

@testable import Instruments

final class ThresholdTests: XCTestCase {
  func testEachComparisonAtItsEdge() {
    let met: [Threshold.Comparison: [Bool]] = [
      .atLeast: [false, true, true], .above: [false, false, true],
      .atMost: [true, true, false], .below: [true, false, false],
    ]
    for (comparison, expected) in met {
      let threshold = Threshold(.case, comparison, 10, "", source: Source("", .read))
      XCTAssertEqual([9.5, 10, 10.5].map(threshold.isMet), expected, comparison.rawValue)
    }
  }
}
