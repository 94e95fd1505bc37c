import Statistics
import TestSupport
import XCTest

final class PairedTTestTests: XCTestCase {
  func testEveryNumberAgreesWithR() throws {
    let samples = try Oracle(.pairedByR).samples
    XCTAssertEqual(samples.count, 10)
    for (name, sample) in samples {
      let test = PairedTTest(sample.table)
      XCTAssertEqual(test.pairs, sample.describeChange.n, name)
      XCTAssertEqual(test.degreesOfFreedom, sample.df, name)
      assertAgrees(test.meanChange, sample.describeChange.mean, relative: 1e-14, name)
      assertAgrees(test.standardDeviation, sample.describeChange.sd, relative: 1e-14, name)
      assertAgrees(test.standardError, sample.standardError, relative: 1e-14, name)
      assertAgrees(test.t, sample.t, relative: 1e-13, name)
      assertAgrees(test.p, sample.p, relative: 1e-11, name)
      let scale = try XCTUnwrap(test.standardError)
      let interval = try XCTUnwrap(test.confidenceInterval)
      assertAgrees(interval.lower, sample.ci95[0], relative: 1e-13, scale: scale, name)
      assertAgrees(interval.upper, sample.ci95[1], relative: 1e-13, scale: scale, name)
      let narrower = try XCTUnwrap(
        PairedTTest(sample.table, confidenceLevel: 0.9).confidenceInterval)
      assertAgrees(narrower.lower, sample.ci90[0], relative: 1e-13, scale: scale, name)
      assertAgrees(narrower.upper, sample.ci90[1], relative: 1e-13, scale: scale, name)
    }
  }

  func testEqualChangesHaveAMeanAndNoTest() {
    // The second sample changes by 3.0 each, apart from the rounding of its decimals.
    for pairs in [
      [(8, 6), (7, 5), (3, 1)], [(64.4, 61.4), (66.1, 63.1), (55.3, 52.3)], [(4, 4), (5, 5)],
    ] as [[(baseline: Double, followUp: Double)]] {
      let test = PairedTTest(PairedFrequencyTable(pairs))
      assertAgrees(
        test.meanChange, (pairs[0].followUp - pairs[0].baseline).rounded(), relative: 1e-15)
      XCTAssertEqual(test.standardDeviation, 0)
      XCTAssertEqual(test.standardError, 0)
      XCTAssertEqual(test.degreesOfFreedom, pairs.count - 1)
      XCTAssertNil(test.t)
      XCTAssertNil(test.p)
      XCTAssertNil(test.confidenceInterval)
    }
  }

  func testNoPairsAndOnePair() {
    let none = PairedTTest(PairedFrequencyTable(pairs: []))
    XCTAssertEqual(none.pairs, 0)
    XCTAssertNil(none.meanChange)
    let one = PairedTTest(PairedFrequencyTable(pairs: [(7, 4)]))
    XCTAssertEqual(one.pairs, 1)
    XCTAssertEqual(one.meanChange, -3)
    for test in [none, one] {
      XCTAssertNil(test.standardDeviation)
      XCTAssertNil(test.standardError)
      XCTAssertNil(test.degreesOfFreedom)
      XCTAssertNil(test.t)
      XCTAssertNil(test.p)
      XCTAssertNil(test.confidenceInterval)
    }
  }

  func testAnImpossibleConfidenceLevelLeavesOnlyTheIntervalOut() {
    let test = PairedTTest(PairedFrequencyTable(pairs: [(7, 4), (6, 5)]), confidenceLevel: 1)
    XCTAssertNotNil(test.p)
    XCTAssertNil(test.confidenceInterval)
  }

  func testSwappingTheTimepointsTurnsTheSign() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let pairs = generator.pairs(40)
      let straight = PairedTTest(PairedFrequencyTable(pairs))
      let swapped = PairedTTest(
        PairedFrequencyTable(pairs.map { (baseline: $0.followUp, followUp: $0.baseline) }))
      assertAgrees(swapped.t, straight.t.map { -$0 }, relative: 1e-13)
      assertAgrees(swapped.p, straight.p, relative: 1e-12)
      let scale = try XCTUnwrap(straight.standardError)
      assertAgrees(
        swapped.confidenceInterval?.lower, straight.confidenceInterval.map { -$0.upper },
        relative: 1e-13, scale: scale)
    }
  }

  func testAddingAConstantToBothTimepointsChangesNoBit() {
    // Whole numbers have exact differences.
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<50 {
      let pairs = generator.pairs(40)
      let moved = pairs.map { (baseline: $0.baseline + 100, followUp: $0.followUp + 100) }
      XCTAssertEqual(
        PairedTTest(PairedFrequencyTable(pairs)), PairedTTest(PairedFrequencyTable(moved)))
    }
  }

  func testShufflingChangesNoBit() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let pairs = generator.pairs(300, step: 0.1)
      let shuffled = pairs.shuffled(using: &generator)
      XCTAssertEqual(
        PairedTTest(PairedFrequencyTable(pairs)), PairedTTest(PairedFrequencyTable(shuffled)))
    }
  }
}
