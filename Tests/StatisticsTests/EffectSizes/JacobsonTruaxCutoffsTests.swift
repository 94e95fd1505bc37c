import Statistics
import TestSupport
import XCTest

final class JacobsonTruaxCutoffsTests: XCTestCase {
  func testCutoffsAgreeWithR() throws {
    for cohort in try CohortCase.all() {
      let cutoffs = JacobsonTruaxCutoffs(
        clinical: .init(mean: cohort.meanBaseUsed, standardDeviation: cohort.sdBaseUsed),
        functional: .init(mean: cohort.functionalMean, standardDeviation: cohort.functionalSd),
        improvement: cohort.direction > 0 ? .upward : .downward)
      assertAgrees(cutoffs.a, cohort.cutoffA, relative: 1e-13, scale: 1, cohort.name)
      assertAgrees(cutoffs.b, cohort.cutoffB, relative: 1e-14, cohort.name)
      assertAgrees(cutoffs.c, cohort.cutoffC, relative: 1e-14, cohort.name)
    }
  }

  func testWithoutANormThereIsOnlyA() {
    let cutoffs = JacobsonTruaxCutoffs(
      clinical: .init(mean: 20, standardDeviation: 4), functional: nil, improvement: .downward)
    XCTAssertEqual(cutoffs.a, 12)
    XCTAssertNil(cutoffs.b)
    XCTAssertNil(cutoffs.c)
  }

  func testPopulationsThatDoNotVaryHaveNoC() {
    let cutoffs = JacobsonTruaxCutoffs(
      clinical: .init(mean: 20, standardDeviation: 0),
      functional: .init(mean: 5, standardDeviation: 0), improvement: .downward)
    XCTAssertEqual(cutoffs.a, 20)
    XCTAssertEqual(cutoffs.b, 5)
    XCTAssertNil(cutoffs.c)
  }
}
