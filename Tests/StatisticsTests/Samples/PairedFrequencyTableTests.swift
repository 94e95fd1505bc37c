import Statistics
import TestSupport
import XCTest

final class PairedFrequencyTableTests: XCTestCase {
  private typealias Cell = PairedFrequencyTable.Cell

  func testCellsAscendByBaselineThenFollowUp() {
    let table = PairedFrequencyTable(pairs: [
      (5, 4), (3, 9), (5, 2), (5, 4), (-0.0, 0.0), (0.0, -0.0),
    ])
    XCTAssertEqual(
      table.cells,
      [
        Cell(baseline: 0, followUp: 0, count: 2), Cell(baseline: 3, followUp: 9, count: 1),
        Cell(baseline: 5, followUp: 2, count: 1), Cell(baseline: 5, followUp: 4, count: 2),
      ])
    XCTAssertEqual(table.total, 6)
    XCTAssertEqual(table.baseline, FrequencyTable([5, 3, 5, 5, 0, 0]))
    XCTAssertEqual(table.followUp, FrequencyTable([4, 9, 2, 4, 0, 0]))
    XCTAssertEqual(table.differences, FrequencyTable([-1, 6, -3, -1, 0, 0]))
  }

  func testNegativeZeroIsZeroWhicheverComesFirst() {
    for pair in [(0.0, -0.0), (-0.0, 0.0), (-0.0, -0.0)] {
      let cells = PairedFrequencyTable(pairs: [pair, (-0.0, 0.0)]).cells
      XCTAssertEqual(cells.map(\.baseline.sign), [.plus])
      XCTAssertEqual(cells.map(\.followUp.sign), [.plus])
    }
  }

  func testCovarianceAgreesWithR() throws {
    for (name, sample) in try Oracle(.pairedByR).samples {
      assertAgrees(sample.table.covariance, sample.covariance, relative: 1e-13, name)
      assertAgrees(
        sample.table.standardDeviationOfDifferences, sample.describeChange.sd, relative: 1e-14, name
      )
    }
  }

  func testWhatIsUndefinedIsNil() {
    for pairs in [[], [(baseline: 4.0, followUp: 7.0)]] {
      let table = PairedFrequencyTable(pairs)
      XCTAssertEqual(table.total, pairs.count)
      XCTAssertNil(table.covariance)
      XCTAssertNil(table.standardDeviationOfDifferences)
    }
  }

  func testDifferencesThatDifferByRoundingOnlyAreAlike() {
    // Three T-scores lower by 3.0 each; 64.4 − 61.4 is not the double 3.
    let alike = PairedFrequencyTable(pairs: [(64.4, 61.4), (66.1, 63.1), (55.3, 52.3)])
    XCTAssertGreaterThan(Set(alike.cells.map { $0.followUp - $0.baseline }).count, 1)
    XCTAssertEqual(alike.differences.values.count, 1)
    XCTAssertEqual(alike.differences.counts, [3])
    XCTAssertEqual(alike.standardDeviationOfDifferences, 0)
    // A difference in the last decimal place of a long decimal is a difference.
    let unlike = PairedFrequencyTable(pairs: [(55.3, 52.3), (61.2, 58.200_000_001)])
    assertAgrees(unlike.standardDeviationOfDifferences, 1e-9 / 2.0.squareRoot(), relative: 1e-4)
  }

  func testPartsAddUpToTheWholeInAnyOrder() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<50 {
      let pairs = generator.pairs(500, step: 0.1)
      let whole = PairedFrequencyTable(pairs)
      let cut = Int.random(in: 0...500, using: &generator)
      let parts = [pairs[..<cut], pairs[cut...]].map { PairedFrequencyTable($0).cells }
      XCTAssertEqual(PairedFrequencyTable(cells: parts[1] + parts[0]), whole)
      let shuffled = PairedFrequencyTable(pairs.shuffled(using: &generator))
      XCTAssertEqual(shuffled, whole)
      XCTAssertEqual(shuffled.covariance?.bitPattern, whole.covariance?.bitPattern)
    }
  }
}
