import Statistics
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
