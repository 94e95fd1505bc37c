import XCTest

@testable import Instruments

final class MetricTests: XCTestCase {
  func testTScoresAllowNoPercentChange() {
    XCTAssertEqual(Metric.allCases.filter(\.allowsPercentChange), [.points, .days])
  }
}
