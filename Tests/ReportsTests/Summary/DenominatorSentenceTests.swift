import XCTest

@testable import Reports

final class DenominatorSentenceTests: XCTestCase {
  func testOnlyReasonsThatOccurAreNamed() async throws {
    let summary = try await HandMadeCohort.ofTen().summary
    let loneliness = try XCTUnwrap(summary.measures.first)
    XCTAssertEqual(
      loneliness.timepoints.map { DenominatorSentence($0, of: loneliness, .everything).text },
      [
        "baseline: 10 enrolled = 9 scored + 1 with too few answers",
        "day30: 10 enrolled = 9 scored + 1 not assessed; lost to follow-up: 1 of 10 due; 8 pairs"
          + ", without the 1 who has no baseline score; 1 scored outside the window",
        "day90: 10 enrolled = 7 scored + 1 with a window not yet closed + 1 not assessed"
          + " + 1 withdrawn; lost to follow-up: 2 of 9 due; 6 pairs, without the 1 who has no baseline"
          + " score",
      ])
  }

  func testOutsideTheWindowIsAReasonWhereOnlyTheInsideWasAskedFor() async throws {
    let summary = try await HandMadeCohort.ofTen(inWindowOnly: true).summary
    let loneliness = try XCTUnwrap(summary.measures.first)
    XCTAssertEqual(
      DenominatorSentence(loneliness.timepoints[1], of: loneliness, .everything).text,
      "day30: 10 enrolled = 8 scored + 1 not assessed + 1 outside the window;"
        + " lost to follow-up: 2 of 10 due; 7 pairs, without the 1 who has no baseline score")
  }
}
