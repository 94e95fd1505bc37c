import XCTest

@testable import Commands

final class RoundedScoresTests: XCTestCase {
  func testTheSumIsTheWholeNumberNextToTheOneAskedFor() {
    var generator = SeededGenerator(seed: 1)
    for count in [1, 2, 10, 333] {
      for mean in [3.0, 4.21, 6.47, 8.9, 9.0] {
        let drafts = (0..<count).map { _ in 6 + 3 * generator.deviate() }
        let scores = RoundedScores.following(drafts, in: 3...9, mean: mean)
        XCTAssertEqual(scores.count, count)
        XCTAssertEqual(
          Double(scores.reduce(0, +)), mean * Double(count), accuracy: 0.500_01,
          "\(count) drafts, mean \(mean)")
        XCTAssertTrue(scores.allSatisfy { 3...9 ~= $0 })
      }
    }
  }

  /// Away from the ends every score is its draft, shifted by the same amount, rounded up or down.
  func testEveryScoreIsWithinAPointOfItsShiftedDraft() {
    let drafts = [3.2, 11.9, 7.5, 7.5, 5.1, 9.8]
    let scores = RoundedScores.following(drafts, in: 0...100, mean: 57.5)
    for (score, draft) in zip(scores, drafts) {
      XCTAssertEqual(Double(score), draft + 50, accuracy: 1)
    }
    XCTAssertEqual(scores.reduce(0, +), 345)
  }

  func testDraftsBeyondTheRangeStopAtItsEnds() {
    XCTAssertEqual(RoundedScores.following([-40, 5, 60], in: 0...30, mean: 35.0 / 3), [0, 5, 30])
  }

  func testAMeanBeyondTheRangeGivesItsNearestEnd() {
    XCTAssertEqual(RoundedScores.following([4, 5], in: 3...9, mean: 12), [9, 9])
    XCTAssertEqual(RoundedScores.following([4, 5], in: 3...9, mean: 1), [3, 3])
    XCTAssertEqual(RoundedScores.following([], in: 3...9, mean: 6), [])
  }
}
