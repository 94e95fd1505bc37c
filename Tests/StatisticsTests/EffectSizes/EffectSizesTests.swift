import Statistics
import TestSupport
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

  func testGlassDeltaAndCorrectedSizesAgreeWithR() throws {
    for expected in try EffectSizeCase.all() {
      let sizes = EffectSizes(expected.table)
      assertAgrees(sizes.glassDelta, expected.glass, relative: 1e-13, expected.name)
      assertAgrees(sizes.hedgesGz, expected.gZ, relative: 1e-11, expected.name)
      assertAgrees(sizes.hedgesGlassDelta, expected.gGlass, relative: 1e-11, expected.name)
    }
  }

  func testCohortsAgreeWithR() throws {
    for cohort in try CohortCase.withPeople() {
      let sizes = EffectSizes(try XCTUnwrap(cohort.table))
      let expected = try XCTUnwrap(cohort.people)
      assertAgrees(sizes.cohensDz, expected.dz, relative: 1e-13, cohort.name)
      assertAgrees(sizes.cohensDav, expected.dAvMeanOfSds, relative: 1e-13, cohort.name)
      assertAgrees(sizes.glassDelta, expected.glassDelta, relative: 1e-13, cohort.name)
      assertAgrees(sizes.hedgesGz, expected.gZ, relative: 1e-12, cohort.name)
      assertAgrees(sizes.hedgesGav, expected.gAv, relative: 1e-12, cohort.name)
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
    XCTAssertNil(equalChanges.hedgesGz)
    assertAgrees(equalChanges.glassDelta, -2 / 7.0.squareRoot(), relative: 1e-15)
    assertAgrees(equalChanges.cohensDav, -2 / 7.0.squareRoot(), relative: 1e-15)
    let equalScores = EffectSizes(PairedFrequencyTable(pairs: [(8, 6), (8, 6)]))
    XCTAssertNil(equalScores.cohensDz)
    XCTAssertNil(equalScores.cohensDav)
    XCTAssertNil(equalScores.glassDelta)
    XCTAssertNil(equalScores.hedgesGav)
    XCTAssertNil(equalScores.hedgesGlassDelta)
  }

  func testFewerThanTwoPairsHaveNone() {
    for pairs in [[], [(baseline: 4.0, followUp: 7.0)]] {
      let sizes = EffectSizes(PairedFrequencyTable(pairs))
      XCTAssertNil(sizes.cohensDz)
      XCTAssertNil(sizes.cohensDav)
      XCTAssertNil(sizes.glassDelta)
      XCTAssertNil(sizes.hedgesGav)
    }
  }

  func testTwoPairsHaveNoCorrection() {
    let sizes = EffectSizes(PairedFrequencyTable(pairs: [(8, 6), (5, 4)]))
    assertAgrees(sizes.cohensDz, -1.5 / 0.5.squareRoot(), relative: 1e-15)
    XCTAssertNil(sizes.hedgesGz)
    XCTAssertNil(sizes.hedgesGav)
    XCTAssertNil(sizes.hedgesGlassDelta)
  }

  func testEffectSizesHaveNoUnit() {
    // Doubling is exact, so that no bit may change.
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<50 {
      let pairs = generator.pairs(40)
      let doubled = pairs.map { (baseline: 2 * $0.baseline, followUp: 2 * $0.followUp) }
      XCTAssertEqual(
        EffectSizes(PairedFrequencyTable(pairs)), EffectSizes(PairedFrequencyTable(doubled)))
    }
  }
}
