import Statistics
import TestSupport
import XCTest

final class StandardizedDifferenceTests: XCTestCase {
  func testMeansAgreeWithR() throws {
    for expected in try GroupsCase.all() {
      let (first, second) = expected.tables
      assertAgrees(
        StandardizedDifference.ofMeans(first, second), expected.standardized, relative: 1e-13,
        expected.name)
    }
  }

  func testProportionsAgreeWithR() throws {
    for shares in try GroupsCase.allShares() {
      assertAgrees(
        StandardizedDifference.ofProportions((shares.x1, shares.n1), (shares.x2, shares.n2)),
        shares.value, relative: 1e-14)
    }
  }

  func testCategoriesAgreeWithNumPy() throws {
    struct File: Decodable {
      let cases: [Case]
      struct Case: Decodable {
        let first: [Int]
        let second: [Int]
        let value: Double
      }
    }
    for expected in try Oracle.decode(File.self, from: .categoriesByNumPy).cases {
      for (first, second) in [
        (expected.first, expected.second), (expected.second, expected.first),
        (expected.first.reversed(), expected.second.reversed()),
      ] {
        assertAgrees(
          StandardizedDifference.ofCategories(first, second), expected.value, relative: 1e-12,
          scale: 1, "\(first) \(second)")
      }
    }
    // Two values: the magnitude of the difference of proportions.
    assertAgrees(
      StandardizedDifference.ofCategories([3, 7], [6, 4]),
      StandardizedDifference.ofProportions((6, 10), (3, 10)), relative: 1e-14)
    XCTAssertEqual(StandardizedDifference.ofCategories([3, 0], [6, 0]), 0)
    XCTAssertNil(StandardizedDifference.ofCategories([3, 0], [0, 6]))
    XCTAssertNil(StandardizedDifference.ofCategories([0, 0], [1, 6]))
  }

  func testWhatIsUndefinedIsNil() {
    let varied = FrequencyTable([1, 2, 5])
    XCTAssertNil(StandardizedDifference.ofMeans(FrequencyTable([]), varied))
    XCTAssertNil(StandardizedDifference.ofMeans(varied, FrequencyTable([4])))
    XCTAssertNil(StandardizedDifference.ofMeans(FrequencyTable([4, 4]), FrequencyTable([7, 7])))
    XCTAssertNil(StandardizedDifference.ofProportions((0, 0), (1, 2)))
    XCTAssertNil(StandardizedDifference.ofProportions((3, 2), (1, 2)))
    XCTAssertNil(StandardizedDifference.ofProportions((1, 2), (-1, 2)))
    XCTAssertNil(StandardizedDifference.ofProportions((0, 5), (4, 4)))
  }
}
