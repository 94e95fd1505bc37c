import Statistics
import TestSupport
import XCTest

final class CohensDzIntervalTests: XCTestCase {
  func testIntervalsAgreeWithR() throws {
    for cohort in try CohortCase.withPeople() {
      let interval = try XCTUnwrap(EffectSizes.cohensDzInterval(try XCTUnwrap(cohort.table)))
      let expected = try XCTUnwrap(cohort.people).dzCi95
      // As far as R's `pt` with `ncp` goes; the noncentrality itself is held against mpmath.
      assertAgrees(interval.lower, expected[0], relative: 1e-9, scale: 1, cohort.name)
      assertAgrees(interval.upper, expected[1], relative: 1e-9, scale: 1, cohort.name)
    }
  }

  func testTheIntervalHoldsWhatMpmathSaysOfItsT() throws {
    // Two pairs with changes 7 and −3: t = 0.4 with one degree of freedom.
    let sample = PairedFrequencyTable(pairs: [(0, 7), (3, 0)])
    let interval = try XCTUnwrap(EffectSizes.cohensDzInterval(sample))
    let row = try XCTUnwrap(
      try Oracle(.noncentralTByMpmath).table("noncentrality_interval").first {
        $0["df"] == 1 && $0["t"] == 0.4 && $0["level"] == 0.95
      })
    assertAgrees(
      interval.lower, try argument("lower", of: row) / 2.0.squareRoot(), relative: 1e-12, scale: 1)
    assertAgrees(
      interval.upper, try argument("upper", of: row) / 2.0.squareRoot(), relative: 1e-12, scale: 1)
  }

  func testWhatIsUndefinedIsNil() {
    let equal = PairedFrequencyTable(pairs: [(8, 6), (7, 5)])
    XCTAssertNil(EffectSizes.cohensDzInterval(equal))
    XCTAssertNil(EffectSizes.cohensDzInterval(PairedFrequencyTable(pairs: [])))
    XCTAssertNil(EffectSizes.cohensDzInterval(PairedFrequencyTable(pairs: [(8, 6)])))
    XCTAssertNil(
      EffectSizes.cohensDzInterval(
        PairedFrequencyTable(pairs: [(8, 6), (7, 4)]), confidenceLevel: 1))
  }
}
