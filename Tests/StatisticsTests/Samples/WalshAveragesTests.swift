import TestSupport
import XCTest

@testable import Statistics

final class WalshAveragesTests: XCTestCase {
  func testEveryPlaceIsThatOfTheSortedAverages() {
    var generator = SeededGenerator(seed: 5)
    for count in [1, 2, 3, 8, 21] {
      let values = (0..<count).map { _ in Double(Int.random(in: -9...4, using: &generator)) / 10 }
      let averages = WalshAverages(FrequencyTable(values))
      let sorted = values.indices
        .flatMap { i in (i..<count).map { (values[i] + values[$0]) / 2 } }.sorted()
      XCTAssertEqual(averages.total, sorted.count)
      for place in 1...sorted.count {
        XCTAssertEqual(averages.orderStatistic(place), sorted[place - 1])
      }
      let middle = sorted.count / 2
      let median =
        sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
      XCTAssertEqual(averages.median, median)
    }
  }

  func testCountsStandForThatManyPeople() {
    // 2 three times and 5 once: averages 2 (six times), 3.5 (three times), 5.
    let averages = WalshAverages(FrequencyTable([2, 5, 2, 2]))
    XCTAssertEqual(
      (1...10).map(averages.orderStatistic), [2, 2, 2, 2, 2, 2, 3.5, 3.5, 3.5, 5])
  }
}
