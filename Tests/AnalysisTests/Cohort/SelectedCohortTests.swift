import Records
import XCTest

@testable import Analysis

final class SelectedCohortTests: XCTestCase {
  func testWithoutQuestionsEverybodyIsInOneGroup() throws {
    let selected = SelectedCohort(try cohort().table, .on(10))
    XCTAssertEqual(selected.groups, [nil])
    XCTAssertEqual(selected.group, [0, 0, 0, 0])
  }

  func testGroupsStandInTheOrderOfTheirTexts() throws {
    let selected = SelectedCohort(try cohort().table, .on(10, by: "site"))
    XCTAssertEqual(selected.groups.map { $0?.value }, ["", "north", "south"])
    XCTAssertEqual(selected.groups.map { $0?.attribute }, ["site", "site", "site"])
    XCTAssertEqual(selected.group, [2, 1, 2, 0])
  }

  func testGroupOfNobodyIsLeftOut() throws {
    var cohort = cohort()
    cohort.enroll("P5", day: 20, site: "east")
    let before = SelectedCohort(try cohort.table, .on(10, by: "site"))
    XCTAssertEqual(before.groups.map { $0?.value }, ["", "north", "south"])
    XCTAssertEqual(before.group, [2, 1, 2, 0, -1])
    let after = SelectedCohort(try cohort.table, .on(20, by: "site"))
    XCTAssertEqual(after.groups.map { $0?.value }, ["", "east", "north", "south"])
  }

  /// é as one character and as e with an accent are equal to Swift and two values to the program.
  func testGroupsThatLookAlikeHaveOneOrder() throws {
    let spellings = ["caf\u{E9}", "cafe\u{301}"]
    for order in [spellings, spellings.reversed()] {
      var cohort = SmallCohort()
      for (index, site) in order.enumerated() { cohort.enroll("P\(index)", site: site) }
      let groups = SelectedCohort(try cohort.table, .on(10, by: "site")).groups
      XCTAssertEqual(
        groups.map { Array(($0?.value ?? "").unicodeScalars) },
        [Array("cafe\u{301}".unicodeScalars), Array("caf\u{E9}".unicodeScalars)])
    }
  }

  func testConditionKeepsThoseWhoHaveTheValue() throws {
    XCTAssertEqual(try members(where: ["south"]), [true, false, true, false])
  }

  func testEmptyValueMeansThoseWithoutOne() throws {
    XCTAssertEqual(try members(where: [""]), [false, false, false, true])
  }

  func testValueOfNobodyMeansNobody() throws {
    XCTAssertEqual(try members(where: ["west"]), [false, false, false, false])
  }

  func testAllConditionsMustHold() throws {
    XCTAssertEqual(try members(where: ["south", "south"]), [true, false, true, false])
    XCTAssertEqual(try members(where: ["south", "north"]), [false, false, false, false])
  }

  func testGroupsAreCountedOfThoseWhoAreMeant() throws {
    let table = try cohort().table
    XCTAssertEqual(CohortSelection.on(10).groupCount(in: table), 1)
    XCTAssertEqual(CohortSelection.on(10, by: "site").groupCount(in: table), 3)
    XCTAssertEqual(CohortSelection.on(10, by: "shoe_size").groupCount(in: table), 1)
    var south = CohortSelection.on(10, by: "site")
    south.conditions = [.init(attribute: "site", value: "south")]
    XCTAssertEqual(south.groupCount(in: table), 1)
  }

  func testConditionOnAnAttributeThatIsNotKeptMeansNobody() throws {
    var selection = CohortSelection.on(10)
    selection.conditions = [.init(attribute: "shoe_size", value: "")]
    XCTAssertEqual(SelectedCohort(try cohort().table, selection).group, [-1, -1, -1, -1])
  }

  func testConditionsAndGroupsGoTogether() throws {
    let selected = SelectedCohort(try cohort().table, .on(10, where: "south", by: "site"))
    XCTAssertEqual(selected.groups.map { $0?.value }, ["south"])
    XCTAssertEqual(selected.enrolled(in: 0), 2)
  }

  func testNobodyHasNoGroups() throws {
    let selected = SelectedCohort(try cohort().table, .on(-1, by: "site"))
    XCTAssertEqual(selected.groups, [])
    XCTAssertEqual(selected.group, [-1, -1, -1, -1])
  }

  func testWithdrawnAreCountedInTheirGroup() throws {
    var cohort = cohort()
    cohort.withdraw("P3", day: 5)
    let selected = SelectedCohort(try cohort.table, .on(10, by: "site"))
    XCTAssertEqual((0...2).map { selected.withdrawn(from: $0) }, [0, 0, 1])
    let before = SelectedCohort(try cohort.table, .on(4, by: "site"))
    XCTAssertEqual((0...2).map { before.withdrawn(from: $0) }, [0, 0, 0])
  }

  func testOnlyThoseWhoCountAreSelected() throws {
    for (action, everyone, members) in [
      ("withdraw", 4, 2), ("withdraw-use", 3, 1), ("unenroll", 3, 1), ("erase", 4, 1),
    ] {
      var cohort = cohort()
      cohort.change("P3", action, day: 5)
      let table = try cohort.table
      XCTAssertEqual(SelectedCohort(table, .on(10)).enrolled(in: 0), everyone, action)
      XCTAssertEqual(
        SelectedCohort(table, .on(10, where: "south")).enrolled(in: 0), members, action)
      let grouped = SelectedCohort(table, .on(10, by: "site"))
      XCTAssertEqual(grouped.groups.map { $0?.value }, ["", "north", "south"], action)
      XCTAssertEqual(grouped.enrolled(in: 2), members, action)
      XCTAssertEqual(grouped.enrolled(in: 0), 1, action)
      // Also before the day: the question is what may be said now.
      XCTAssertEqual(
        SelectedCohort(table, .on(4)).enrolled(in: 0), everyone, action)
      cohort.enroll("P3", day: 6, site: "south")
      XCTAssertEqual(SelectedCohort(try cohort.table, .on(10)).enrolled(in: 0), 4, action)
    }
  }

  private func cohort() -> SmallCohort {
    var cohort = SmallCohort()
    for (id, site) in [("P1", "south"), ("P2", "north"), ("P3", "south"), ("P4", "")] {
      cohort.enroll(id, site: site)
    }
    return cohort
  }

  private func members(where sites: [String]) throws -> [Bool] {
    var selection = CohortSelection.on(10)
    selection.conditions = sites.map { .init(attribute: "site", value: $0) }
    return SelectedCohort(try cohort().table, selection).group.map { $0 == 0 }
  }
}
