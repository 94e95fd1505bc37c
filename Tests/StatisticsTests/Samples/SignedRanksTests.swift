import TestSupport
import XCTest

@testable import Statistics

final class SignedRanksTests: XCTestCase {
  func testTiesAreGatheredByMagnitude() {
    let ranks = SignedRanks(
      PairedFrequencyTable(pairs: [(5, 7), (5, 3), (5, 3), (5, 5), (5, 9), (5, 4)]))
    XCTAssertEqual(ranks.zeros, 1)
    XCTAssertEqual(ranks.total, 5)
    XCTAssertEqual(ranks.ties.map(\.magnitude), [1, 2, 4])
    XCTAssertEqual(ranks.ties.map(\.increases), [0, 1, 1])
    XCTAssertEqual(ranks.ties.map(\.decreases), [1, 2, 0])
    // Ranks 1; 3 three times; 5.
    XCTAssertEqual(ranks.twicePositiveSum, 2 * (3 + 5))
    XCTAssertEqual(ranks.twiceNegativeSum, 2 * (1 + 3 + 3))
  }

  func testVarianceIsThatOfTheRanks() {
    // Each rank counts or not with probability ½: the variance is Σ rank² ÷ 4.
    let ranks = SignedRanks(
      PairedFrequencyTable(pairs: [(5, 7), (5, 3), (5, 3), (5, 9), (5, 4)]))
    assertAgrees(
      ranks.variance(tiesOf: [1, 3, 1]), Double(1 + 3 * 9 + 25) / 4, relative: 1e-15)
  }

  func testRanksOfEverybodyAddUp() {
    var generator = SeededGenerator(seed: 3)
    for count in [0, 1, 2, 40, 500] {
      let ranks = SignedRanks(PairedFrequencyTable(generator.pairs(count)))
      XCTAssertEqual(ranks.total + ranks.zeros, count)
      XCTAssertEqual(
        ranks.twicePositiveSum + ranks.twiceNegativeSum, ranks.total * (ranks.total + 1))
    }
  }

  func testTheExactDistributionNeedsFewUntiedChanges() {
    func hasExact(_ count: Int) -> Bool {
      SignedRanks(PairedFrequencyTable(pairs: (1...count).map { (0, Double($0)) }))
        .hasExactDistribution
    }
    XCTAssertTrue(hasExact(49))
    XCTAssertFalse(hasExact(50))
    XCTAssertFalse(
      SignedRanks(PairedFrequencyTable(pairs: [(1, 2), (3, 2), (1, 7)])).hasExactDistribution)
    XCTAssertFalse(SignedRanks(PairedFrequencyTable(pairs: [(1, 2), (3, 3)])).hasExactDistribution)
  }
}
