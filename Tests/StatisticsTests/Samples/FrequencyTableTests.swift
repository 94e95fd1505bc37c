import Statistics
import TestSupport
import XCTest

final class FrequencyTableTests: XCTestCase {
  func testValuesAscendWithTheirCounts() {
    let table = FrequencyTable([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5])
    XCTAssertEqual(table.values, [1, 2, 3, 4, 5, 6, 9])
    XCTAssertEqual(table.counts, [2, 1, 2, 1, 3, 1, 1])
    XCTAssertEqual(table.total, 11)
    XCTAssertEqual(
      table, FrequencyTable(sortedDistinctValues: table.values, counts: table.counts))
    XCTAssertEqual(
      table, FrequencyTable(occurrences: [9: 1, 1: 2, 2: 1, 6: 1, 3: 2, 4: 1, 5: 3]))
  }

  func testNegativeZeroIsZeroWhicheverComesFirst() {
    for sample in [[0.0, -0.0], [-0.0, 0.0], [-0.0]] {
      XCTAssertEqual(FrequencyTable(sample).values.map(\.sign), [.plus])
    }
  }

  func testMomentsAgreeWithR() throws {
    for (name, sample) in try Oracle(.pairedByR).samples {
      for (scores, expected) in [
        (sample.baseline, sample.describeBaseline), (sample.followUp, sample.describeFollowUp),
        (zip(sample.followUp, sample.baseline).map { $0 - $1 }, sample.describeChange),
      ] {
        let table = FrequencyTable(scores)
        XCTAssertEqual(table.total, expected.n, name)
        assertAgrees(table.mean, expected.mean, relative: 1e-14, name)
        assertAgrees(table.standardDeviation, expected.sd, relative: 1e-14, name)
        XCTAssertEqual(table.minimum, expected.min, name)
        XCTAssertEqual(table.maximum, expected.max, name)
      }
    }
  }

  func testVarianceOfLargeNumbersKeepsItsDigits() {
    // The variance of 4, 7, 13, 16 is 30; Σx² in doubles would give 0 or worse.
    XCTAssertEqual(FrequencyTable([4, 7, 13, 16].map { $0 + 1e9 }).variance, 30)
    // The mean, 2⁵³ + ⅔, is not a double; the variance of 0, 0, 2 is 4/3 all the same.
    let offset = 9_007_199_254_740_992.0
    assertAgrees(
      FrequencyTable([offset, offset, offset + 2]).variance, 4.0 / 3, relative: 1e-15)
  }

  func testEqualValuesHaveTheirValueAsMeanAndNoSpread() {
    for value in [0.1, 0.3, 1 / 49.0, -7.58, 1e15 + 0.3] {
      for count in [2, 3, 49, 1_000_003] {
        let table = FrequencyTable(sortedDistinctValues: [value], counts: [count])
        XCTAssertEqual(table.mean, value)
        XCTAssertEqual(table.standardDeviation, 0)
      }
    }
  }

  func testWhatIsUndefinedIsNil() {
    let empty = FrequencyTable([Double]())
    XCTAssertEqual(empty.total, 0)
    XCTAssertNil(empty.mean)
    XCTAssertNil(empty.variance)
    XCTAssertNil(empty.standardDeviation)
    XCTAssertNil(empty.minimum)
    XCTAssertNil(empty.maximum)
    XCTAssertNil(empty.quantile(0.5))
    let single = FrequencyTable([4.5])
    XCTAssertEqual(single.mean, 4.5)
    XCTAssertNil(single.variance)
    XCTAssertEqual(single.quantile(0.3), 4.5)
    XCTAssertNil(single.quantile(-0.1))
    XCTAssertNil(single.quantile(1.1))
    XCTAssertNil(single.quantile(.nan))
  }

  func testQuantilesAgreeWithR() throws {
    for (name, sample) in try Oracle(.pairedByR).samples {
      let table = FrequencyTable(sample.followUp)
      let expected = sample.describeFollowUp
      for (probability, quantile) in [
        (0, expected.min), (0.1, expected.p10), (0.25, expected.q1), (0.5, expected.median),
        (0.75, expected.q3), (0.937, expected.p937), (1, expected.max),
      ] {
        assertAgrees(table.quantile(probability), quantile, relative: 1e-15, name)
      }
    }
  }

  func testShufflingChangesNoBit() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<50 {
      let sample = generator.pairs(300, step: 0.1).map(\.followUp)
      let shuffled = sample.shuffled(using: &generator)
      XCTAssertEqual(FrequencyTable(sample), FrequencyTable(shuffled))
      XCTAssertEqual(
        FrequencyTable(sample).mean?.bitPattern, FrequencyTable(shuffled).mean?.bitPattern)
      XCTAssertEqual(
        FrequencyTable(sample).variance?.bitPattern, FrequencyTable(shuffled).variance?.bitPattern)
    }
  }

  func testAddingAConstantMovesTheMeanAndKeepsTheSpread() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<50 {
      let sample = generator.pairs(200).map(\.baseline)
      let table = FrequencyTable(sample)
      let moved = FrequencyTable(sample.map { $0 + 1000 })
      assertAgrees(moved.mean, try XCTUnwrap(table.mean) + 1000, relative: 1e-15)
      assertAgrees(moved.standardDeviation, table.standardDeviation, relative: 1e-13)
    }
  }

  func testNegatingTurnsTheSampleRound() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let sample = generator.pairs(200, step: 0.1).map(\.baseline)
      let table = FrequencyTable(sample)
      let negated = FrequencyTable(sample.map { -$0 })
      assertAgrees(negated.mean, -(try XCTUnwrap(table.mean)), relative: 1e-15)
      assertAgrees(negated.standardDeviation, table.standardDeviation, relative: 1e-14)
      XCTAssertEqual(negated.minimum, table.maximum.map { -$0 })
      assertAgrees(negated.quantile(0.25), table.quantile(0.75).map { -$0 }, relative: 1e-14)
    }
  }
}
