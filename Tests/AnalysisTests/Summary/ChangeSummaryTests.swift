import Analysis
import Statistics
import TestSupport
import XCTest

/// Closed forms of small samples. R gives the same where it gives anything; `CohortSummaryTests`
/// holds the large ones against it.
final class ChangeSummaryTests: XCTestCase {
  func testNobodyHasNoChange() async throws {
    let change = try await SmallCohort([(8, nil), (nil, 6)]).change()
    XCTAssertEqual(change.test.pairs, 0)
    XCTAssertNil(change.baselineMean)
    XCTAssertNil(change.followUpMean)
    XCTAssertNil(change.test.meanChange)
    XCTAssertNil(change.test.degreesOfFreedom)
    XCTAssertNil(change.percent?.ofMeans)
    XCTAssertNil(change.percent?.meanOfIndividuals)
    XCTAssertEqual(change.percent?.individualsLeftOut, 0)
    XCTAssertNil(change.improvementPercent)
    XCTAssertNil(change.sizes.cohensDz)
  }

  func testOnePairHasAMeanAndNoSpread() async throws {
    let change = try await SmallCohort([(8, 6)]).change()
    XCTAssertEqual(change.test.pairs, 1)
    XCTAssertEqual(change.test.meanChange, -2)
    XCTAssertNil(change.test.standardDeviation)
    XCTAssertNil(change.test.degreesOfFreedom)
    XCTAssertNil(change.test.t)
    XCTAssertEqual(change.percent?.ofMeans, -25)
    XCTAssertNil(change.percent?.confidenceIntervalOfMeans)
    XCTAssertEqual(change.improvementPercent, 25)
    XCTAssertNil(change.sizes.cohensDav)
  }

  /// Changes −2 and −4: mean −3, sd √2, se 1, t −3 with 1 degree of freedom, which is Cauchy's
  /// distribution: p = 1 − 2·arctan(3)/π.
  func testTwoPairsByHand() async throws {
    let change = try await SmallCohort([(8, 6), (12, 8)]).change()
    XCTAssertEqual(change.baselineMean, 10)
    XCTAssertEqual(change.followUpMean, 7)
    XCTAssertEqual(change.test.meanChange, -3)
    assertAgrees(change.test.standardDeviation, 2.0.squareRoot())
    assertAgrees(change.test.standardError, 1)
    assertAgrees(change.test.t, -3)
    XCTAssertEqual(change.test.degreesOfFreedom, 1)
    assertAgrees(change.test.p, 0.20483276469913345)
    assertAgrees(change.sizes.cohensDz, -3 / 2.0.squareRoot())
    // Standard deviations 2√2 and √2.
    assertAgrees(change.sizes.cohensDav, -2 / 2.0.squareRoot())
    XCTAssertNil(change.sizes.hedgesGav)
    assertAgrees(change.percent?.ofMeans, -30)
    assertAgrees(change.percent?.meanOfIndividuals, -(25 + 100 / 3.0) / 2)
  }

  func testEverybodyChangedAlike() async throws {
    let change = try await SmallCohort([(8, 6), (9, 7), (10, 8)]).change()
    XCTAssertEqual(change.test.meanChange, -2)
    XCTAssertEqual(change.test.standardDeviation, 0)
    XCTAssertEqual(change.test.degreesOfFreedom, 2)
    XCTAssertNil(change.test.t)
    XCTAssertNil(change.test.p)
    XCTAssertNil(change.test.confidenceInterval)
    XCTAssertNil(change.sizes.cohensDz)
    XCTAssertEqual(change.sizes.cohensDav, -2)
  }

  func testNobodyDiffers() async throws {
    let change = try await SmallCohort([(8, 8), (8, 8), (8, 8)]).change()
    XCTAssertEqual(change.test.meanChange, 0)
    XCTAssertEqual(change.percent?.ofMeans, 0)
    XCTAssertNil(change.percent?.confidenceIntervalOfMeans)
    XCTAssertNil(change.sizes.cohensDav)
  }

  func testBaselineOfZeroHasNoPercent() async throws {
    let change = try await SmallCohort([(0, 2), (0, 4), (0, 3)]).change()
    XCTAssertEqual(change.test.meanChange, 3)
    XCTAssertNil(change.percent?.ofMeans)
    XCTAssertNil(change.percent?.confidenceIntervalOfMeans)
    XCTAssertNil(change.percent?.meanOfIndividuals)
    XCTAssertEqual(change.percent?.individualsLeftOut, 3)
    XCTAssertNil(change.improvementPercent)
  }

  func testTScoresHaveNoPercent() async throws {
    let change = try await SmallCohort([(60, 50), (50, 44)], instrument: "t-score").change()
    XCTAssertEqual(change.test.meanChange, -8)
    XCTAssertNil(change.percent)
    XCTAssertNil(change.improvementPercent)
    XCTAssertNotNil(change.sizes.cohensDav)
  }

  func testImprovementIsPositiveWhicheverWayIsBetter() async throws {
    let totals: [(baseline: Double?, followUp: Double?)] = [(8, 6), (12, 8)]
    let distress = try await SmallCohort(totals).change()
    let wellbeing = try await SmallCohort(totals, instrument: "wellbeing").change()
    assertAgrees(distress.improvementPercent, 30)
    assertAgrees(wellbeing.improvementPercent, -30)
    XCTAssertEqual(distress.percent, wellbeing.percent)
  }
}
