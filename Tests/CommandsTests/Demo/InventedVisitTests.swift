import Records
import XCTest

@testable import Commands

final class InventedVisitTests: XCTestCase {
  private func visits(_ window: Timepoint) -> [InventedVisit] {
    var generator = SeededGenerator(seed: 1)
    return (0..<20_000).map { _ in
      InventedVisit(window: window, questionnaires: 4, using: &generator)
    }
  }

  func testAFewComeAfterTheWindowAndNoneBeforeIt() {
    for window in InventedCohort.settings(store: .csv).timepoints {
      let visits = visits(window)
      let late = visits.count { $0.delay > window.late }
      XCTAssertEqual(Double(late) / 20_000, 0.03, accuracy: 0.006)
      XCTAssertTrue(visits.allSatisfy { $0.delay >= -window.early })
      XCTAssertTrue(visits.allSatisfy { $0.delay <= window.late + 6 })
    }
  }

  func testTheHourIsOneOfTheDay() {
    let window = InventedCohort.settings(store: .csv).timepoints[1]
    let hours = visits(window).map { $0.second / 3600 }
    XCTAssertEqual(hours.min(), 9)
    XCTAssertEqual(hours.max(), 20)
  }

  func testNearlyEveryFormIsComplete() {
    let window = InventedCohort.settings(store: .csv).timepoints[1]
    let fates = visits(window).flatMap(\.fates)
    func share(_ fate: InventedVisit.Fate) -> Double {
      Double(fates.count { $0 == fate }) / Double(fates.count)
    }
    XCTAssertEqual(fates.count, 80_000)
    XCTAssertEqual(share(.itemMissing), 0.012, accuracy: 0.002)
    XCTAssertEqual(share(.corrected), 0.0015, accuracy: 0.0006)
    XCTAssertEqual(share(.voided), 0.0002, accuracy: 0.0002)
    XCTAssertGreaterThan(fates.count { $0 == .voided }, 0)
  }
}
