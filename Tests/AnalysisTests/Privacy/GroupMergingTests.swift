import XCTest

@testable import Analysis

final class GroupMergingTests: XCTestCase {
  func testSmallGroupsAreTakenTogetherBehindTheOthers() {
    XCTAssertEqual(groups([20, 6, 30, 7], smallest: 11), ["g0", "g2", "2 together"])
    XCTAssertEqual(GroupMerging([20, 6, 30, 7], smallest: 11).positions, [0, 2, 1, 2])
  }

  func testTheNextSmallestJoinsWhereTheyAreStillTooFew() {
    XCTAssertEqual(groups([20, 6, 30], smallest: 11), ["g2", "2 together"])
    XCTAssertEqual(groups([20, 6, 20], smallest: 11), ["g2", "2 together"])
    XCTAssertEqual(groups([3, 4], smallest: 11), ["2 together"])
  }

  func testWithoutAMinimumEveryGroupStands() {
    XCTAssertEqual(groups([1, 0, 2], smallest: 0), ["g0", "g1", "g2"])
    XCTAssertEqual(groups([11, 12], smallest: 11), ["g0", "g1"])
    XCTAssertEqual(groups([], smallest: 11), [])
  }

  func testTheMergedGroupHasThePeopleOfItsParts() async throws {
    var cohort = SmallCohort()
    for number in 1...9 {
      cohort.enroll("P\(number)", site: number < 6 ? "a" : number < 8 ? "b" : "c")
      cohort.record("P\(number)", "baseline", Double(number), day: 0)
    }
    var selection = CohortSelection.on(365, by: "site")
    selection.smallestGroup = 3
    let measures = try await cohort.summary(selection).measures
    XCTAssertEqual(measures.map(\.group?.merged), [nil, 0, 2])
    XCTAssertEqual(measures.map { $0.timepoints[0].denominators.enrolled }, [9, 5, 4])
    XCTAssertEqual(measures.map { $0.timepoints[0].scores.mean }, [5, 3, 7.5])
  }

  private func groups(_ sizes: [Int], smallest: Int) -> [String] {
    let values = sizes.indices.map {
      CohortSelection.AttributeValue(attribute: "site", value: "g\($0)")
    }
    return GroupMerging(sizes, smallest: smallest).groups(of: values).map {
      $0.merged > 0 ? "\($0.merged) together" : $0.value
    }
  }
}
