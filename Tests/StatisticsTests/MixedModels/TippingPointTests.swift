import TestSupport
import XCTest

@testable import Statistics

final class TippingPointTests: XCTestCase {
  func testByHand() throws {
    // 25 of 100 lost: each of them counts a quarter, so that −1.2 vanishes at +4.8.
    let interval = ConfidenceInterval(lower: -2, upper: -0.4)
    let point = try XCTUnwrap(
      TippingPoint(change: -1.2, confidenceInterval: interval, lost: 25, participants: 100))
    XCTAssertEqual(point.shareLost, 0.25)
    XCTAssertEqual(point.deltaForNoChange, 4.8)
    XCTAssertEqual(point.deltaForNoEvidence, 1.6)
  }

  func testARiseTipsTheOtherWay() throws {
    let interval = ConfidenceInterval(lower: 0.5, upper: 3)
    let point = try XCTUnwrap(
      TippingPoint(change: 2, confidenceInterval: interval, lost: 1, participants: 2))
    XCTAssertEqual(point.deltaForNoChange, -4)
    XCTAssertEqual(point.deltaForNoEvidence, -1)
  }

  func testAnIntervalThatHoldsZeroHasTippedAlready() throws {
    let interval = ConfidenceInterval(lower: -1, upper: 0.5)
    let point = try XCTUnwrap(
      TippingPoint(change: -0.25, confidenceInterval: interval, lost: 1, participants: 4))
    XCTAssertEqual(point.deltaForNoEvidence, 0)
    XCTAssertEqual(point.deltaForNoChange, 1)
  }

  func testAddingTheDeltaToEachLostParticipantBringsTheMeanToZero() throws {
    // Complete pairs change by −3, −1, −2; two more are lost and taken to change by −2 + δ each.
    let interval = ConfidenceInterval(lower: -4.5, upper: 0.5)
    let point = try XCTUnwrap(
      TippingPoint(change: -2, confidenceInterval: interval, lost: 2, participants: 5))
    let lost = -2 + point.deltaForNoChange
    XCTAssertEqual((-3 - 1 - 2 + 2 * lost) / 5, 0)
  }

  func testTheMeansOfAnMMRMAreThoseOfScoresFilledInByTheirExpectation() throws {
    // What makes share·δ hold: E(y | observed) = β + V·V⁻¹(observed)·(observed − β), by
    // participant.
    let cohort = try InventedCohort("UCLA-20")
    let fit = try RepeatedMeasuresModel(cohort.statistics).fit
    var sums = [0.0, 0, 0]
    var people = 0.0
    for person in cohort.groups.indices {
      let observed = (0..<3).filter { cohort.columns[$0][person].isFinite }
      guard !observed.isEmpty else { continue }
      people += 1
      let deviations = observed.map { cohort.columns[$0][person] - fit.effects[$0] }
      let weighted = try XCTUnwrap(CholeskyFactor(fit.covariance.part(observed))).solve(deviations)
      for timepoint in 0..<3 {
        let covariances = observed.map { fit.covariance[timepoint, $0] }
        sums[timepoint] += fit.effects[timepoint] + dot(covariances, weighted)
      }
    }
    for (sum, effect) in zip(sums, fit.effects) {
      assertAgrees(sum / people, effect, relative: 1e-12)
    }
  }

  func testNobodyLostHasNoTippingPoint() {
    let interval = ConfidenceInterval(lower: -2, upper: -1)
    for (lost, participants) in [(0, 10), (-1, 10), (11, 10), (0, 0)] {
      XCTAssertNil(
        TippingPoint(
          change: -1.5, confidenceInterval: interval, lost: lost, participants: participants))
    }
  }
}
