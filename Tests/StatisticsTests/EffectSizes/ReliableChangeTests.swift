import Statistics
import TestSupport
import XCTest

final class ReliableChangeTests: XCTestCase {
  func testErrorsAndThresholdsAgreeWithR() throws {
    let cohorts = try CohortCase.all()
    XCTAssertEqual(cohorts.count, 13)
    for cohort in cohorts {
      let change = try reliableChange(cohort)
      assertAgrees(change.standardErrorOfMeasurement, cohort.sem, relative: 1e-14, cohort.name)
      assertAgrees(change.standardErrorOfDifference, cohort.sDiff, relative: 1e-14, cohort.name)
      assertAgrees(change.criticalValue, cohort.critical, relative: 1e-15, cohort.name)
      assertAgrees(change.threshold, cohort.rawChangeThreshold, relative: 1e-14, cohort.name)
    }
  }

  func testEveryPersonsIndexAgreesWithR() throws {
    for cohort in try CohortCase.withPeople() {
      let change = try reliableChange(cohort)
      let people = try XCTUnwrap(cohort.people)
      var (rose, fell) = (0, 0)
      for (index, scores) in zip(people.index, zip(people.baseline, people.followUp)) {
        let difference = scores.1 - scores.0
        assertAgrees(change.index(ofChange: difference), index, relative: 1e-14, cohort.name)
        if difference.magnitude > change.threshold {
          rose += difference > 0 ? 1 : 0
          fell += difference < 0 ? 1 : 0
        }
      }
      XCTAssertEqual(cohort.direction > 0 ? rose : fell, cohort.improved, cohort.name)
      XCTAssertEqual(cohort.direction > 0 ? fell : rose, cohort.deteriorated, cohort.name)
    }
  }

  func testTheThresholdItselfIsNotReliable() throws {
    // s = 5 and r = 0.5 make the standard error of the difference 5.
    let change = try XCTUnwrap(ReliableChange(standardDeviation: 5, reliability: 0.5))
    assertAgrees(change.standardErrorOfDifference, 5, relative: 1e-15)
    XCTAssertEqual(change.smallestReliableChange(step: change.threshold), 2 * change.threshold)
  }

  func testTheSmallestReliableChangeIsTheFirstStepAboveTheThreshold() throws {
    // Gyani et al. 2013 for GAD-7: s = 4.5 and r = 0.92 give 3.53 points, hence 4.
    let change = try XCTUnwrap(ReliableChange(standardDeviation: 4.5, reliability: 0.92))
    XCTAssertEqual(change.threshold, 3.53, accuracy: 0.005)
    XCTAssertEqual(change.smallestReliableChange(), 4)
    XCTAssertEqual(change.smallestReliableChange(step: 4), 4)
    XCTAssertEqual(change.smallestReliableChange(step: 0.5), 4)
    XCTAssertEqual(change.smallestReliableChange(step: 0.25), 3.75)
    for deviation in stride(from: 0.1, to: 30, by: 0.37) {
      let change = try XCTUnwrap(ReliableChange(standardDeviation: deviation, reliability: 0.8))
      let smallest = change.smallestReliableChange()
      XCTAssertGreaterThan(smallest, change.threshold)
      XCTAssertLessThanOrEqual(smallest - 1, change.threshold)
    }
  }

  func testWhatIsUndefinedIsNil() {
    for deviation in [0, -1, .infinity, .nan] {
      XCTAssertNil(ReliableChange(standardDeviation: deviation, reliability: 0.8))
    }
    for reliability in [1, 1.2, -0.1, .nan] {
      XCTAssertNil(ReliableChange(standardDeviation: 4, reliability: reliability))
    }
    XCTAssertNil(ReliableChange(standardDeviation: 4, reliability: 0.8, confidenceLevel: 1))
  }

  private func reliableChange(_ cohort: CohortCase) throws -> ReliableChange {
    try XCTUnwrap(
      ReliableChange(standardDeviation: cohort.sdBaseUsed, reliability: cohort.reliability))
  }
}
