import Records
import TestSupport
import XCTest

final class AssessmentHistoryTests: XCTestCase {
  /// Against the fold that the tables of a cohort are held against.
  func testTheLatestOfEachKeyCountsUnlessItIsVoid() throws {
    for seed: UInt64 in 70..<75 {
      var random = RandomStore(try SampleProgram.program(), seed: seed)
      let history = try random.assessments(80)
      let latest = Assessment.latest(history)
      XCTAssertEqual(CohortCell.all(latest), CohortCell.all(history))
      XCTAssertEqual(latest.count, CohortCell.all(history).count)
    }
  }

  func testKeysComeInTheOrderOfTheirFirstLines() throws {
    var random = RandomStore(try SampleProgram.program(), seed: 76)
    var (first, second) = (try random.assessments(1)[0], try random.assessments(1)[0])
    (first.action, second.action) = (.record, .record)
    second.participant = try SampleProgram.participant("another")
    XCTAssertEqual(Assessment.latest([first, second, first]), [first, second])
    XCTAssertTrue(first.hasSameKey(as: first))
    XCTAssertFalse(first.hasSameKey(as: second))
  }
}
