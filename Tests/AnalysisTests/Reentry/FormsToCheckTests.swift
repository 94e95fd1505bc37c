import Records
import TestSupport
import XCTest

@testable import Analysis

final class FormsToCheckTests: XCTestCase {
  private var cohort = SmallCohort()
  private var entries = SecondEntries()

  override func setUp() {
    cohort = SmallCohort()
    entries = SecondEntries()
  }

  /// A total of distress at day 30 in the table and among the lines.
  private func record(
    _ id: String, day: Int = 30, timepoint: String = "day30", by name: String = "ada"
  ) throws {
    cohort.record(id, timepoint, 5, day: day)
    entries.add(
      try EntryLine.of(
        .record, "=5", participant: id, timepoint: timepoint, instrument: "distress",
        date: SmallCohort.date(day).description, by: name))
  }

  private func list(
    notEnteredBy name: String? = "sam", where site: String? = nil,
    isInSample: (Assessment) -> Bool = { _ in true }
  ) throws -> FormsToCheck {
    FormsToCheck(
      entries, try cohort.table, .on(365, where: site), notEnteredBy: name, isInSample: isInSample)
  }

  func testFormsAreInTheOrderOfTheIDs() throws {
    for id in ["P10", "P2", "P1"] {
      cohort.enroll(id)
      try record(id)
    }
    XCTAssertEqual(try list().forms.map(\.participant.rawValue), ["P1", "P2", "P10"].sorted())
  }

  /// Only forms that count, of people whose paper can be found.
  func testFormsThatCountNowhereAreLeftOut() throws {
    for id in ["stayed", "left", "left-before", "unused", "mistake", "erased"] {
      cohort.enroll(id)
      try record(id)
    }
    cohort.withdraw("left", day: 30)
    cohort.withdraw("left-before", day: 29)
    for (id, action) in [
      ("unused", "withdraw-use"), ("mistake", "unenroll"), ("erased", "erase"),
    ] {
      cohort.change(id, action, day: 40)
    }
    let list = try list()
    XCTAssertEqual(list.forms.map(\.participant.rawValue), ["left", "stayed"])
    XCTAssertEqual(list.counting, 2)
  }

  func testFormsOfOthersThatNobodyChecked() throws {
    for id in ["P1", "P2", "P3", "P4"] {
      cohort.enroll(id, site: id == "P1" ? "north" : "south")
    }
    try record("P1")
    try record("P2", by: "sam")
    try record("P3")
    try record("P4")
    entries.add(
      try EntryLine.of(.reenter, "=5", participant: "P3", instrument: "distress", by: "sam"))
    let list = try list { $0.participant.rawValue != "P4" }
    XCTAssertEqual(list.forms.map(\.participant.rawValue), ["P1"])
    XCTAssertEqual([list.counting, list.checked, list.own, list.outsideSample], [4, 1, 1, 1])
    XCTAssertEqual(
      try self.list(notEnteredBy: nil).forms.map(\.participant.rawValue), ["P1", "P2", "P4"])
    XCTAssertEqual(
      try self.list(where: "south").forms.map(\.participant.rawValue), ["P4"])
  }
}
