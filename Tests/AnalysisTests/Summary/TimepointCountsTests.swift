import Statistics
import XCTest

@testable import Analysis

final class TimepointCountsTests: XCTestCase {
  func testEveryoneIsCountedWhereTheyBelong() {
    var counts = TimepointCounts(values: [8, 5, 8])
    counts.add(.scored(1, inWindow: true), baseline: 0, times: 1)
    counts.add(.scored(1, inWindow: false), baseline: 2, times: 1)
    counts.add(.scored(0, inWindow: true), baseline: TimepointCounts.noScore, times: 1)
    counts.add(.scored(2, inWindow: true), baseline: TimepointCounts.noScore, times: 1)
    counts.add(.notDue, baseline: 2, times: 1)
    counts.add(.withdrawn, baseline: 1, times: 1)
    counts.add(.notAssessed, baseline: TimepointCounts.noScore, times: 1)

    XCTAssertEqual(counts.sample, FrequencyTable([5, 5, 8, 8]))
    XCTAssertEqual(
      counts.pairedSample.cells, [.init(baseline: 8, followUp: 5, count: 2)])
    XCTAssertEqual(counts.lostSample, FrequencyTable([5]))
    XCTAssertEqual(counts.denominators.enrolled, 7)
    XCTAssertEqual(counts.denominators.scored, 4)
    XCTAssertEqual(counts.denominators.notAssessed, 1)
    XCTAssertEqual(counts.denominatorsSinceBaseline.enrolled, 4)
    XCTAssertEqual(counts.denominatorsSinceBaseline.scored, 2)
    XCTAssertEqual(counts.denominatorsSinceBaseline.notDue, 1)
    XCTAssertEqual(counts.denominatorsSinceBaseline.withdrawn, 1)
    XCTAssertEqual(counts.denominatorsSinceBaseline.notAssessed, 0)
  }

  func testSeveralWhoStandAlikeCountAsSeveral() {
    var counts = TimepointCounts(values: [8, 5])
    counts.add(.scored(1, inWindow: false), baseline: 0, times: 3)
    counts.add(.withdrawn, baseline: 1, times: 2)
    counts.add(.notScorable, baseline: TimepointCounts.noScore, times: 4)

    XCTAssertEqual(counts.sample, FrequencyTable([5, 5, 5]))
    XCTAssertEqual(counts.pairedSample.cells, [.init(baseline: 8, followUp: 5, count: 3)])
    XCTAssertEqual(counts.lostSample, FrequencyTable([5, 5]))
    XCTAssertEqual(counts.denominators.enrolled, 9)
    XCTAssertEqual(counts.denominators.scoredOutsideWindow, 3)
    XCTAssertEqual(counts.denominators.notScorable, 4)
    XCTAssertEqual(counts.denominatorsSinceBaseline.enrolled, 5)
    XCTAssertEqual(counts.denominatorsSinceBaseline.withdrawn, 2)
  }
}
