import Statistics
import TestSupport
import XCTest

final class PercentOfDistanceTests: XCTestCase {
  func testEveryNumberAgreesWithR() throws {
    for expected in try EffectSizeCase.all() {
      let percent = PercentOfDistance(expected.table, to: expected.end)
      assertAgrees(percent.ofMeans, expected.closed, relative: 1e-11, expected.name)
      assertAgrees(
        percent.meanOfIndividuals, expected.closedIndividuals, relative: 1e-12, scale: 1,
        expected.name)
      XCTAssertEqual(percent.individualsLeftOut, expected.leftOut, expected.name)
      // R's ends are found by bisection.
      assertAgrees(
        percent.confidenceIntervalOfMeans?.lower, expected.closedLower, relative: 1e-9, scale: 1,
        expected.name)
      assertAgrees(
        percent.confidenceIntervalOfMeans?.upper, expected.closedUpper, relative: 1e-9, scale: 1,
        expected.name)
    }
  }

  func testAHalfOfTheWayIsFiftyPercentWhateverTheFloor() {
    // From 9 and 7 to 6 and 5 on a scale from 3: distances 6 and 4, then 3 and 2.
    let sample = PairedFrequencyTable(pairs: [(9, 6), (7, 5)])
    let toFloor = PercentOfDistance(sample, to: 3)
    XCTAssertEqual(toFloor.ofMeans, 50)
    XCTAssertEqual(toFloor.meanOfIndividuals, 50)
    // To a ceiling of 9 they went the other way: from 0 and 2 to 3 and 4.
    let toCeiling = PercentOfDistance(sample, to: 9)
    XCTAssertEqual(toCeiling.ofMeans, -250)
    XCTAssertEqual(toCeiling.meanOfIndividuals, -100)
    XCTAssertEqual(toCeiling.individualsLeftOut, 1)
  }

  func testNobodyAndEverybodyAtTheEndHaveNone() {
    for pairs in [[], [(3, 5), (3, 3)]] as [[(Double, Double)]] {
      let percent = PercentOfDistance(PairedFrequencyTable(pairs: pairs), to: 3)
      XCTAssertNil(percent.ofMeans)
      XCTAssertNil(percent.confidenceIntervalOfMeans)
      XCTAssertNil(percent.meanOfIndividuals)
      XCTAssertEqual(percent.individualsLeftOut, pairs.count)
    }
    let unchanged = PercentOfDistance(PairedFrequencyTable(pairs: [(4, 4), (7, 7)]), to: 3)
    XCTAssertEqual(unchanged.ofMeans?.sign, .plus)
    XCTAssertEqual(unchanged.ofMeans, 0)
  }
}
