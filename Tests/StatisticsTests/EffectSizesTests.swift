import Statistics
import XCTest

final class EffectSizesTests: XCTestCase {
  func testEffectSizesAgreeWithR() throws {
    for (name, sample) in try Oracle(.pairedByR).samples {
      let sizes = EffectSizes(sample.table)
      assertAgrees(sizes.cohensDz, sample.cohensDz, relative: 1e-13, name)
      assertAgrees(sizes.cohensDav, sample.cohensDav, relative: 1e-13, name)
      assertAgrees(sizes.hedgesGav, sample.hedgesGAv, relative: 1e-11, name)
    }
  }

  func testHedgesCorrectionAgreesWithMpmathAndR() throws {
    try assertAgrees(
      with: try Oracle(.distributionsByMpmath).table("hedges_correction"), relative: 1e-14
    ) { EffectSizes.hedgesCorrection(degreesOfFreedom: try argument("m", of: $0)) }
    for row in try Oracle(.pairedByR).table("hedges") {
      assertAgrees(
        EffectSizes.hedgesCorrection(degreesOfFreedom: try argument("m", of: row)),
        try argument("j", of: row), relative: 2e-13, "\(row)")
    }
  }

  func testHedgesCorrectionAtTwoDegreesOfFreedomIsTheClosedForm() {
    // Γ(1)/Γ(½) = 1/√π.
    assertAgrees(
      EffectSizes.hedgesCorrection(degreesOfFreedom: 2), 1 / Double.pi.squareRoot(),
      relative: 1e-15)
    XCTAssertNil(EffectSizes.hedgesCorrection(degreesOfFreedom: 1))
  }

  func testEqualChangesHaveNoDzAndEqualScoresNoDav() {
    let equalChanges = EffectSizes(PairedFrequencyTable(pairs: [(8, 6), (7, 5), (3, 1)]))
    XCTAssertNil(equalChanges.cohensDz)
    assertAgrees(equalChanges.cohensDav, -2 / 7.0.squareRoot(), relative: 1e-15)
    let equalScores = EffectSizes(PairedFrequencyTable(pairs: [(8, 6), (8, 6)]))
    XCTAssertNil(equalScores.cohensDz)
    XCTAssertNil(equalScores.cohensDav)
    XCTAssertNil(equalScores.hedgesGav)
  }

  func testFewerThanTwoPairsHaveNone() {
    for pairs in [[], [(baseline: 4.0, followUp: 7.0)]] {
      let sizes = EffectSizes(PairedFrequencyTable(pairs))
      XCTAssertNil(sizes.cohensDz)
      XCTAssertNil(sizes.cohensDav)
      XCTAssertNil(sizes.hedgesGav)
    }
  }

  func testEffectSizesHaveNoUnit() {
    // Doubling is exact, so that no bit may change.
    var generator = SeededGenerator(state: 9)
    for _ in 0..<50 {
      let pairs = generator.pairs(40)
      let doubled = pairs.map { (baseline: 2 * $0.baseline, followUp: 2 * $0.followUp) }
      XCTAssertEqual(
        EffectSizes(PairedFrequencyTable(pairs)), EffectSizes(PairedFrequencyTable(doubled)))
    }
  }
}
