import Statistics
import TestSupport
import XCTest

final class PercentChangeTests: XCTestCase {
  func testBothPercentagesAgreeWithR() throws {
    for (name, sample) in try Oracle(.pairedByR).samples {
      let change = PercentChange(sample.table)
      assertAgrees(change.ofMeans, sample.percentOfMeans, relative: 1e-14, name)
      assertAgrees(change.meanOfIndividuals, sample.percentOfIndividuals, relative: 1e-13, name)
      XCTAssertEqual(change.individualsLeftOut, sample.leftOut, name)
    }
  }

  func testTheIntervalAgreesWithRsTTestInverted() throws {
    for (name, sample) in try Oracle(.pairedByR).samples {
      let interval = PercentChange(sample.table).confidenceIntervalOfMeans
      let expected = sample.percentFieller95
      assertAgrees(interval?.lower, expected.lower, relative: 1e-12, name)
      assertAgrees(interval?.upper, expected.upper, relative: 1e-12, name)
    }
  }

  func testTheConfidenceLevelIsThatOfFiellersInterval() throws {
    let table = PairedFrequencyTable(pairs: [(7, 4), (9, 8), (5, 5), (8, 3), (7, 6)])
    let interval = try XCTUnwrap(
      PercentChange(table, confidenceLevel: 0.8).confidenceIntervalOfMeans)
    let ratio = try XCTUnwrap(FiellerInterval(table, confidenceLevel: 0.8)?.confidenceInterval)
    assertAgrees(interval.lower, 100 * (ratio.lower - 1), relative: 1e-13)
    assertAgrees(interval.upper, 100 * (ratio.upper - 1), relative: 1e-13)
  }

  func testBaselinesOfZeroAreLeftOutAndCounted() {
    let someZeros = PercentChange(PairedFrequencyTable(pairs: [(0, 3), (0, 3), (4, 3), (2, 3)]))
    XCTAssertEqual(someZeros.ofMeans, 100)
    XCTAssertEqual(someZeros.meanOfIndividuals, 12.5)
    XCTAssertEqual(someZeros.individualsLeftOut, 2)
    let onlyZeros = PercentChange(PairedFrequencyTable(pairs: [(0, 3), (0, 5)]))
    XCTAssertNil(onlyZeros.ofMeans)
    XCTAssertNil(onlyZeros.confidenceIntervalOfMeans)
    XCTAssertNil(onlyZeros.meanOfIndividuals)
    XCTAssertEqual(onlyZeros.individualsLeftOut, 2)
  }

  /// As with the mean change: without a spread of the changes there is no interval, whether nobody
  /// changed, everybody changed by as many points, or everybody by as many percent.
  func testChangesWithoutSpreadHaveNoInterval() {
    for (pairs, ofMeans) in [
      ([(4, 4), (6, 6), (9, 9)], 0), ([(4, 3), (6, 5), (10, 9)], -15),
      ([(4, 2), (6, 3), (10, 5)], -50), ([(64.4, 61.4), (66.1, 63.1)], -600 / 130.5),
    ] as [([(Double, Double)], Double)] {
      let change = PercentChange(PairedFrequencyTable(pairs: pairs))
      XCTAssertEqual(change.ofMeans ?? .nan, ofMeans, accuracy: 1e-12)
      XCTAssertNil(change.confidenceIntervalOfMeans, "\(pairs)")
    }
    // One of the two samples may have no spread: the changes have one.
    for pairs in [[(5, 3), (5, 4), (5, 1)], [(3, 2), (7, 2), (5, 2)]] as [[(Double, Double)]] {
      XCTAssertNotNil(
        PercentChange(PairedFrequencyTable(pairs: pairs)).confidenceIntervalOfMeans, "\(pairs)")
    }
  }

  func testNoPairsAndOnePair() {
    let none = PercentChange(PairedFrequencyTable(pairs: []))
    XCTAssertNil(none.ofMeans)
    XCTAssertNil(none.meanOfIndividuals)
    XCTAssertEqual(none.individualsLeftOut, 0)
    let one = PercentChange(PairedFrequencyTable(pairs: [(8, 6)]))
    XCTAssertEqual(one.ofMeans, -25)
    XCTAssertEqual(one.meanOfIndividuals, -25)
    XCTAssertNil(one.confidenceIntervalOfMeans)
  }
}
