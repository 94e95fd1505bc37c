import Statistics
import TestSupport
import XCTest

final class WilcoxonSignedRankTestTests: XCTestCase {
  func testEveryNumberAgreesWithR() throws {
    let cases = try SignedRankCase.all()
    XCTAssertEqual(cases.count, 22)
    for expected in cases {
      let test = WilcoxonSignedRankTest(expected.table)
      XCTAssertEqual(test.changed, expected.changed, expected.name)
      XCTAssertEqual(test.unchanged, expected.unchanged, expected.name)
      XCTAssertEqual(test.sumOfPositiveRanks, expected.v, expected.name)
      XCTAssertEqual(test.isExact, expected.exact == 1, expected.name)
      assertAgrees(test.p, expected.p, relative: 1e-12, expected.name)
      assertAgrees(
        test.rankBiserialCorrelation, expected.rankBiserial, relative: 1e-15, expected.name)
    }
  }

  func testCohortsAgreeWithR() throws {
    for cohort in try CohortCase.withPeople() {
      let test = WilcoxonSignedRankTest(try XCTUnwrap(cohort.table))
      let expected = try XCTUnwrap(cohort.people)
      XCTAssertEqual(test.unchanged, expected.nZero, cohort.name)
      XCTAssertEqual(test.changed, expected.nNonzero, cohort.name)
      XCTAssertEqual(test.sumOfPositiveRanks, expected.sumOfPositiveRanks, cohort.name)
      assertAgrees(test.p, expected.wilcoxonP, relative: 1e-12, cohort.name)
      assertAgrees(
        test.rankBiserialCorrelation, expected.rankBiserial, relative: 1e-14, cohort.name)
    }
  }

  func testNobodyChangedHasNoTest() {
    for pairs in [[], [(4, 4), (5, 5)]] as [[(Double, Double)]] {
      let test = WilcoxonSignedRankTest(PairedFrequencyTable(pairs: pairs))
      XCTAssertEqual(test.changed, 0)
      XCTAssertEqual(test.unchanged, pairs.count)
      XCTAssertEqual(test.sumOfPositiveRanks, 0)
      XCTAssertFalse(test.isExact)
      XCTAssertNil(test.p)
      XCTAssertNil(test.rankBiserialCorrelation)
    }
  }

  func testOneChangeOrTwoAreCountedOut() {
    // All signs of one or two ranks: both ends of the distribution together are everything, or
    // half.
    XCTAssertEqual(WilcoxonSignedRankTest(PairedFrequencyTable(pairs: [(8, 6)])).p, 1)
    XCTAssertEqual(WilcoxonSignedRankTest(PairedFrequencyTable(pairs: [(8, 6), (7, 2)])).p, 0.5)
  }

  func testDecimalsTieAsTheyAreWritten() {
    // In binary, 0.1 + 0.2 is not 0.3, and 64.4 − 61.4 is a little more than 3.
    let test = WilcoxonSignedRankTest(
      PairedFrequencyTable(pairs: [(0.3, 0.1 + 0.2), (64.4, 61.4), (50, 53), (50, 51)]))
    XCTAssertEqual(test.unchanged, 1)
    XCTAssertEqual(test.changed, 3)
    // Rank 1 and, for the two of magnitude 3, their mean 2.5.
    XCTAssertEqual(test.sumOfPositiveRanks, 3.5)
    XCTAssertFalse(test.isExact)
  }

  func testShiftUnitAndTurningAroundDoWhatMathematicsSays() {
    var generator = SeededGenerator(seed: 21)
    for count in [1, 2, 7, 30, 200] {
      let pairs = generator.pairs(count)
      let test = WilcoxonSignedRankTest(PairedFrequencyTable(pairs))
      let other = pairs.map { (baseline: 16 * $0.baseline + 5, followUp: 16 * $0.followUp + 5) }
      XCTAssertEqual(test, WilcoxonSignedRankTest(PairedFrequencyTable(other)))
      XCTAssertEqual(test, WilcoxonSignedRankTest(PairedFrequencyTable(pairs.shuffled())))
      let turned = WilcoxonSignedRankTest(
        PairedFrequencyTable(pairs.map { (baseline: $0.followUp, followUp: $0.baseline) }))
      XCTAssertEqual(test.p, turned.p)
      XCTAssertEqual(
        test.rankBiserialCorrelation, turned.rankBiserialCorrelation.map { 0 - $0 })
    }
  }
}
