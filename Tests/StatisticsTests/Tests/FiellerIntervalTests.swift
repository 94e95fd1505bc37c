import Statistics
import TestSupport
import XCTest

final class FiellerIntervalTests: XCTestCase {
  func testEndsAgreeWithRsTTestInverted() throws {
    for (name, sample) in try Oracle(.pairedByR).samples {
      for (level, expected) in [(0.95, sample.fieller95), (0.99, sample.fieller99)] {
        let fieller = try XCTUnwrap(FiellerInterval(sample.table, confidenceLevel: level), name)
        assertAgrees(
          fieller.ratio, sample.describeFollowUp.mean / sample.describeBaseline.mean,
          relative: 1e-14, name)
        let interval = fieller.confidenceInterval
        assertAgrees(interval?.lower, expected.lower, relative: 1e-11, name)
        assertAgrees(interval?.upper, expected.upper, relative: 1e-11, name)
      }
    }
  }

  func testEachEndIsARatioThatTheTTestJustRejects() throws {
    // Fieller's definition, with the paired t test of this module on ratio × baseline.
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<30 {
      let pairs = generator.pairs(60)
      let interval = try XCTUnwrap(
        FiellerInterval(PairedFrequencyTable(pairs), confidenceLevel: 0.9)?.confidenceInterval)
      for ratio in [interval.lower, interval.upper] {
        let scaled = pairs.map { (baseline: $0.baseline * ratio, followUp: $0.followUp) }
        assertAgrees(PairedTTest(PairedFrequencyTable(scaled)).p, 0.1, relative: 1e-11)
      }
    }
  }

  /// Nothing is left to vary around the ratio, so that nothing tells how sure it is.
  func testScoresInProportionHaveNoInterval() throws {
    let fieller = try XCTUnwrap(
      FiellerInterval(PairedFrequencyTable(pairs: [(2, 1), (4, 2), (6, 3), (10, 5)])))
    XCTAssertEqual(fieller.ratio, 0.5)
    XCTAssertNil(fieller.confidenceInterval)
  }

  func testRoundingGivesScoresInProportionNoInterval() throws {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<50 {
      let pairs = generator.pairs(40, step: 0.1).map { ($0.baseline, 0.7 * $0.baseline) }
      XCTAssertNil(
        try XCTUnwrap(FiellerInterval(PairedFrequencyTable(pairs: pairs))).confidenceInterval)
    }
  }

  func testABaselineWithoutSpreadGivesTheTIntervalDividedByIt() throws {
    let table = PairedFrequencyTable(pairs: [(4, 1), (4, 3), (4, 2), (4, 6)])
    let interval = try XCTUnwrap(FiellerInterval(table)?.confidenceInterval)
    let change = try XCTUnwrap(PairedTTest(table).confidenceInterval)
    assertAgrees(interval.lower, 1 + change.lower / 4, relative: 1e-14, scale: 1)
    assertAgrees(interval.upper, 1 + change.upper / 4, relative: 1e-14)
  }

  func testWhatIsUndefinedIsNil() throws {
    XCTAssertNil(FiellerInterval(PairedFrequencyTable(pairs: [])))
    XCTAssertNil(FiellerInterval(PairedFrequencyTable(pairs: [(0, 3), (0, 5)])))
    XCTAssertNil(FiellerInterval(PairedFrequencyTable(pairs: [(-2, 3), (2, 5)])))
    let one = try XCTUnwrap(FiellerInterval(PairedFrequencyTable(pairs: [(4, 2)])))
    XCTAssertEqual(one.ratio, 0.5)
    XCTAssertNil(one.confidenceInterval)
    XCTAssertNil(
      try XCTUnwrap(FiellerInterval(PairedFrequencyTable(pairs: [(4, 2), (4, 2)])))
        .confidenceInterval)
    // The mean baseline, 2.5 with a standard error of 2.5, could be 0.
    XCTAssertNil(
      try XCTUnwrap(FiellerInterval(PairedFrequencyTable(pairs: [(0, 2), (5, 3)])))
        .confidenceInterval)
  }
}
