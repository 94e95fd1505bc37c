import Statistics
import TestSupport
import XCTest

@testable import Analysis

final class MissingDataAnswersTests: XCTestCase {
  /// By hand from the twelve people: at day 90 P5, P10 and P11 are missing; P5 was last scored 10
  /// and P10 6 at day 30, P11 12 at baseline.
  func testEachAssumptionFillsInItsScores() async throws {
    let model = try await MeasureModelTests.cohort.model()
    let missing = try XCTUnwrap(model.missing.last)
    let answers = missing.answers
    XCTAssertEqual(
      answers.map(\.assumption),
      [.completePairs, .baselineCarriedForward, .lastCarriedForward, .missingAtRandom])
    XCTAssertEqual(answers.map(\.participants), [9, 12, 12, 12])
    // The changes of the pairs: −5, −3, −5, −3, −2, −4, −2, −5, −6.
    assertAgrees(answers[0].meanChange, -35.0 / 9)
    assertAgrees(answers[1].meanChange, -35.0 / 12)
    // Carried forward: P5 10 − 14, P10 6 − 7, P11 12 − 12.
    assertAgrees(answers[2].meanChange, -40.0 / 12)
    // Σd² = 153 of the pairs, and 17 of the others.
    let variance = (153.0 + 17 - 40 * 40 / 12.0) / 11
    let interval = try XCTUnwrap(answers[2].confidenceInterval)
    // qt(0.975, 11) in R 4.2.2.
    assertAgrees(
      (interval.upper - interval.lower) / 2, 2.200985160082949 * (variance / 12).squareRoot())
  }

  func testTheTippingPointIsTheLossSharedOut() async throws {
    let model = try await MeasureModelTests.cohort.model()
    let change = try XCTUnwrap(model.repeatedMeasures.get().means.last?.change)
    let missing = try XCTUnwrap(model.missing.last)
    XCTAssertEqual(missing.due, 12)
    XCTAssertEqual(missing.lost, 3)
    let tipping = try XCTUnwrap(missing.tippingPoint)
    assertAgrees(tipping.shareLost, 0.25)
    assertAgrees(tipping.deltaForNoChange, -4 * change.estimate)
    assertAgrees(
      tipping.deltaForNoEvidence, -4 * (try XCTUnwrap(change.confidenceInterval?.upper)))
  }

  /// The window of day 90 closes on day 120: before that nobody is lost, whoever is missing.
  func testWhoIsNotDueIsNotLost() async throws {
    for (day, due, lost, carried) in [(100, 9, 0, 9), (120, 9, 0, 9), (121, 12, 3, 12)] {
      let model = try await MeasureModelTests.cohort.model(day: day)
      let missing = try XCTUnwrap(model.missing.last)
      XCTAssertEqual(missing.due, due, "day \(day)")
      XCTAssertEqual(missing.lost, lost, "day \(day)")
      XCTAssertEqual(missing.answers[1].participants, carried, "day \(day)")
      XCTAssertEqual(missing.answers[2].participants, carried, "day \(day)")
      XCTAssertEqual(missing.tippingPoint == nil, lost == 0, "day \(day)")
    }
  }

  /// Somebody enrolled and never scored is lost as well: 4 of 13, and δ is shared out over 13.
  func testThoseNeverScoredAreDueAndLost() async throws {
    var cohort = MeasureModelTests.cohort
    cohort.enroll("P13")
    let model = try await cohort.model()
    let missing = try XCTUnwrap(model.missing.last)
    XCTAssertEqual(missing.due, 13)
    XCTAssertEqual(missing.lost, 4)
    let change = try XCTUnwrap(model.repeatedMeasures.get().means.last?.change)
    assertAgrees(missing.tippingPoint?.deltaForNoChange, -change.estimate * 13 / 4)
    XCTAssertEqual(missing.answers.map(\.participants), [9, 12, 12, 12])
  }

  /// Whoever enrolls, withdraws, comes late or is never scored.
  func testDueAndLostAreThoseOfAttrition() async throws {
    for seed in 1...60 {
      let table = try RandomCohort(seed: UInt64(seed)).cohort.table
      let selection = CohortSelection.on(40 + 2 * seed, inWindowOnly: seed % 2 == 0)
      let analysis = await ModelAnalysis(table, selection, instruments: [0, 1], ModelOptions())
      let flows = AttritionSummary(table, selection, instruments: [0, 1]).flows
      for (measure, flow) in zip(analysis.measures, flows) {
        let denominators = flow.timepoints.dropFirst().map(\.denominators)
        XCTAssertEqual(measure.missing.map(\.due), denominators.map(\.due), "seed \(seed)")
        XCTAssertEqual(measure.missing.map(\.lost), denominators.map { $0.due - $0.scored })
        for (missing, denominators) in zip(measure.missing, denominators) {
          guard let tipping = missing.tippingPoint else { continue }
          assertAgrees(
            tipping.shareLost,
            Double(denominators.due - denominators.scored) / Double(denominators.due))
        }
      }
    }
  }

  func testWithoutAModelTheSimpleAnswersStand() async throws {
    let model = try await SmallCohort([(9, 7), (5, 6), (4, nil)]).model()
    let missing = try XCTUnwrap(model.missing.first)
    XCTAssertEqual(missing.answers[0].participants, 2)
    assertAgrees(missing.answers[0].meanChange, -0.5)
    assertAgrees(missing.answers[1].meanChange, -1.0 / 3)
  }

  func testATimepointOutsideTheModelHasNoModelAnswer() async throws {
    let model = try await SmallCohort([(9, 7), (5, 6)]).model()
    let missing = try XCTUnwrap(model.missing.first)
    XCTAssertEqual(missing.answers[3].participants, 0)
    XCTAssertNil(missing.answers[3].meanChange)
    XCTAssertNil(missing.tippingPoint)
  }
}
