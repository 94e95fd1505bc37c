import Statistics
import TestSupport
import XCTest

final class WelchTTestTests: XCTestCase {
  func testEveryNumberAgreesWithR() throws {
    for expected in try GroupsCase.all() {
      let (first, second) = expected.tables
      let test = WelchTTest(first, second)
      assertAgrees(test.difference, expected.difference, relative: 1e-13, expected.name)
      assertAgrees(test.standardError, expected.standardError, relative: 1e-13, expected.name)
      assertAgrees(test.t, expected.t, relative: 1e-13, expected.name)
      assertAgrees(test.degreesOfFreedom, expected.df, relative: 1e-12, expected.name)
      assertAgrees(test.p, expected.p, relative: 1e-10, expected.name)
      let narrower = WelchTTest(first, second, confidenceLevel: 0.9).confidenceInterval
      for (actual, end) in [
        (test.confidenceInterval?.lower, expected.lower),
        (test.confidenceInterval?.upper, expected.upper),
        (narrower?.lower, expected.lower90), (narrower?.upper, expected.upper90),
      ] {
        assertAgrees(
          actual, end, relative: 1e-12, scale: expected.standardError, expected.name)
      }
    }
  }

  func testSmallGroupsHaveWhatCanBeSaid() {
    let empty = WelchTTest(FrequencyTable([]), FrequencyTable([1, 2, 3]))
    XCTAssertNil(empty.difference)
    XCTAssertNil(empty.p)
    let one = WelchTTest(FrequencyTable([4]), FrequencyTable([1, 2, 3]))
    XCTAssertEqual(one.difference, 2)
    XCTAssertNil(one.standardError)
    XCTAssertNil(one.degreesOfFreedom)
    XCTAssertNil(one.confidenceInterval)
  }

  func testGroupsThatDoNotVaryHaveNoTest() {
    let nearly = 0.1 + 0.2
    for second in [[5.0, 5, 5], [0.3, nearly, nearly]] {
      let test = WelchTTest(FrequencyTable([0.3, nearly]), FrequencyTable(second))
      XCTAssertNotNil(test.difference)
      XCTAssertNil(test.t)
      XCTAssertNil(test.p)
      XCTAssertNil(test.confidenceInterval)
    }
  }

  func testTurningTheGroupsAroundTurnsTheSignAndAUnitScales() throws {
    let first = FrequencyTable([4, 7, 7, 9, 1])
    let second = FrequencyTable([3, 3, 8, 2])
    let test = WelchTTest(first, second)
    let turned = WelchTTest(second, first)
    XCTAssertEqual(turned.t, test.t.map { -$0 })
    XCTAssertEqual(turned.p, test.p)
    XCTAssertEqual(turned.degreesOfFreedom, test.degreesOfFreedom)
    XCTAssertEqual(turned.confidenceInterval?.lower, test.confidenceInterval.map { -$0.upper })
    let eightfold = WelchTTest(
      FrequencyTable(first.values.map { 8 * $0 } + [56]),
      FrequencyTable(second.values.map { 8 * $0 } + [24]))
    XCTAssertEqual(eightfold.t, test.t)
    XCTAssertEqual(eightfold.p, test.p)
    XCTAssertEqual(eightfold.standardError, test.standardError.map { 8 * $0 })
  }

  /// 64.4 − 61.4 and 66.1 − 63.1 differ in their last bits: both are a fall by 3 and no spread.
  func testChangesThatDifferByRoundingAloneHaveNoTest() {
    let north = PairedFrequencyTable(pairs: [(64.4, 61.4), (66.1, 63.1)]).differences
    let south = PairedFrequencyTable(pairs: [(61.4, 60.4), (63.1, 62.1), (66.1, 65.1)]).differences
    XCTAssertEqual(north.values.count, 1)
    XCTAssertEqual(south.values.count, 1)
    let test = WelchTTest(north, south)
    XCTAssertEqual(test.difference ?? .nan, -2, accuracy: 1e-13)
    XCTAssertNil(test.t)
    XCTAssertNil(test.p)
    XCTAssertNil(TwoGroupEffectSize(north, south))
  }
}
