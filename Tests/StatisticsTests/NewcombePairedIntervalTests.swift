import Statistics
import XCTest

final class NewcombePairedIntervalTests: XCTestCase {
  func testIntervalsAgreeWithR() throws {
    for expected in try ProportionsCases.all().tables {
      let interval = PairedProportions(expected).newcombeInterval()
      let narrower = PairedProportions(expected).newcombeInterval(confidenceLevel: 0.9)
      for (actual, end) in [
        (interval?.lower, expected.lower), (interval?.upper, expected.upper),
        (narrower?.lower, expected.lower90), (narrower?.upper, expected.upper90),
      ] {
        assertAgrees(actual, end, relative: 1e-12, scale: 1, "\(expected)")
      }
    }
  }

  func testIntervalAgreesWithNewcombesExample() throws {
    // Newcombe (1998), table III: a = 36, b = 12, c = 2, d = 0, method 10.
    let table = PairedProportions(both: 36, baselineOnly: 2, followUpOnly: 12, neither: 0)
    let interval = try XCTUnwrap(table.newcombeInterval())
    XCTAssertEqual(interval.lower, 0.0569, accuracy: 0.00005)
    XCTAssertEqual(interval.upper, 0.3404, accuracy: 0.00005)
  }

  func testTurningBaselineAndFollowUpAroundTurnsTheInterval() throws {
    let table = PairedProportions(both: 40, baselineOnly: 21, followUpOnly: 5, neither: 34)
    let turned = PairedProportions(both: 40, baselineOnly: 5, followUpOnly: 21, neither: 34)
    let interval = try XCTUnwrap(table.newcombeInterval())
    assertAgrees(turned.newcombeInterval()?.lower, -interval.upper, relative: 1e-15)
    assertAgrees(turned.newcombeInterval()?.upper, -interval.lower, relative: 1e-15)
  }

  func testWhatIsUndefinedIsNil() {
    let nobody = PairedProportions(both: 0, baselineOnly: 0, followUpOnly: 0, neither: 0)
    XCTAssertNil(nobody.newcombeInterval())
    let one = PairedProportions(both: 1, baselineOnly: 0, followUpOnly: 0, neither: 0)
    XCTAssertNotNil(one.newcombeInterval())
    for level in [0, 1, -1, .nan] { XCTAssertNil(one.newcombeInterval(confidenceLevel: level)) }
  }
}
