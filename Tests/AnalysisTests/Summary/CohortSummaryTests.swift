import Analysis
import Instruments
import Records
import XCTest

final class CohortSummaryTests: XCTestCase {
  func testCSVStoreAgreesWithR() async throws {
    let selection = try InventedPeople.selection()
    try check(await CohortSummary(InventedPeople.table("csv"), selection), leavingOut: ["hrqol-4"])
  }

  func testJSONStoreAgreesWithR() async throws {
    let selection = try InventedPeople.selection()
    try check(await CohortSummary(InventedPeople.table("json"), selection), leavingOut: ["hrqol-4"])
  }

  func testGroupsAgreeWithR() async throws {
    let selection = try InventedPeople.selection(by: "group")
    try check(await CohortSummary(InventedPeople.table("csv"), selection), leavingOut: ["hrqol-4"])
  }

  /// R counted forms with all items answered, though the two day items are enough for a score.
  func testCompleteFormsOfHRQOL4AgreeWithR() async throws {
    var lines = try InventedPeople.lines()
    lines.scores.removeAll { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return fields[2] == "hrqol-4" && fields[4].contains(".")
    }
    let table = try lines.table(InventedPeople.program())
    for attribute in [nil, "group"] {
      try check(
        await CohortSummary(table, InventedPeople.selection(by: attribute)), leavingOut: [])
    }
    let summary = await CohortSummary(table, try InventedPeople.selection())
    let savings = try XCTUnwrap(summary.savings)
    let attrition = try XCTUnwrap(
      RecordedCohort.load("synthetic_dev300").measures["HRQOL-4"]?.attrition)
    XCTAssertEqual(savings.lost, attrition.baselineDropouts.n)
    XCTAssertEqual(savings.pairs.participants, attrition.baselineCompleters.n)
  }

  func testEnrolledAndWithdrawnAreCountedByDay() async throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", day: 0, site: "north")
    cohort.enroll("P2", day: 0, site: "south")
    cohort.enroll("P3", day: 50, site: "south")
    cohort.withdraw("P2", day: 40)
    for (day, enrolled, withdrawn) in [(-1, 0, 0), (0, 2, 0), (39, 2, 0), (40, 2, 1), (50, 3, 1)] {
      for attribute in [nil, "site"] {
        let summary = try await cohort.summary(.on(day, by: attribute))
        XCTAssertEqual(summary.enrolled, enrolled, "day \(day)")
        XCTAssertEqual(summary.withdrawn, withdrawn, "day \(day)")
      }
    }
  }

  /// The entry for everybody is the same with groups and without.
  func testEverybodyStaysBesideTheGroups() async throws {
    let table = try await InventedPeople.table("csv")
    let whole = await CohortSummary(table, try InventedPeople.selection())
    let grouped = await CohortSummary(table, try InventedPeople.selection(by: "group"))
    XCTAssertEqual(
      String(reflecting: grouped.measures.filter { $0.group == nil }),
      String(reflecting: whole.measures))
    XCTAssertEqual(grouped.measures.count, 3 * whole.measures.count)
    XCTAssertEqual(grouped.withdrawn, whole.withdrawn)
  }

  func testMeasuresStandInTheOrderOfInstrumentsEverybodyBeforeGroups() async throws {
    var cohort = SmallCohort()
    cohort.instruments = ["wellbeing", "distress", "t-score"]
    cohort.enroll("P1", site: "south")
    cohort.enroll("P2", site: "north")
    let measures = try await cohort.summary(.on(10, by: "site")).measures
    XCTAssertEqual(
      measures.map { "\($0.instrument.id) \($0.group?.value ?? "")" },
      [
        "wellbeing ", "wellbeing north", "wellbeing south", "distress ", "distress north",
        "distress south", "t-score ", "t-score north", "t-score south",
      ])
  }

  private func check(_ summary: CohortSummary, leavingOut left: Set<String>) throws {
    let recorded = try RecordedCohort.load("synthetic_dev300")
    let fieller = try RecordedCohort.fieller("synthetic_dev300")
    XCTAssertEqual(summary.enrolled, 300)
    var compared: [String] = []
    for measure in summary.measures where !left.contains(measure.instrument.id.rawValue) {
      let name = measure.instrument.id.rawValue.uppercased()
      let group = measure.group?.value
      let everybody = try XCTUnwrap(recorded.measures[name], name)
      let expected = try XCTUnwrap(group.map { everybody.byGroup?[$0] } ?? everybody, name)
      try SummaryAgreement(measure: measure, expected: expected, fieller: fieller).check()
      compared.append("\(name) \(group ?? "")")
    }
    XCTAssertEqual(
      Set(compared).count, (recorded.measures.count - left.count) * (1 + groupCount(summary)))
  }

  private func groupCount(_ summary: CohortSummary) -> Int {
    Set(summary.measures.compactMap { $0.group?.value }).count
  }
}
