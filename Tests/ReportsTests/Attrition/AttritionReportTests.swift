import Documents
import Analysis
import TestSupport
import XCTest

@testable import Reports

final class AttritionReportTests: XCTestCase {
  func testEveryFormatIsAsItWasRead() throws {
    let report = try Self.report()
    for format in ReportFormat.allCases {
      let ending = ["table": "txt", "markdown": "md"][format.rawValue] ?? format.rawValue
      try Golden.check(report.rendered(as: format), "attrition.\(ending)")
    }
  }

  func testTable1IsAsItWasRead() async throws {
    let cohort = try HandMadeCohort.ofTen(groupedBy: "site")
    let summary = AttritionSummary(cohort.table, cohort.selection, instruments: [0, 3])
    try Golden.check(BaselineReport(summary).rendered(as: .table), "table1.txt")
    try Golden.check(BaselineReport(summary).rendered(as: .csv), "table1.csv")
    let plan = CohortNumbers(await cohort.summary).plan(.cms)
    let shared = BaselineReport(summary, .shared(plan))
    XCTAssertFalse(shared.rendered(as: .table).contains("no participant is scored"))
    try Golden.check(shared.rendered(as: .table), "table1-shared.txt")
  }

  func testTheDiagramSaysWhatTheTableSays() throws {
    let cohort = try HandMadeCohort.ofTen()
    let flow = try XCTUnwrap(
      AttritionSummary(cohort.table, cohort.selection, instruments: [0]).flows.first)
    let drawn = FlowDiagram.lines(of: flow).joined(separator: "\n")
    for point in flow.timepoints {
      XCTAssert(drawn.contains("\(point.timepoint.id): \(point.denominators.due) due"), drawn)
      if point.denominators.notAssessed > 0 {
        XCTAssert(drawn.contains("\(point.denominators.notAssessed) not assessed"), drawn)
      }
    }
    XCTAssert(FlowDiagram.lines(of: flow).allSatisfy { $0.count <= 100 })
  }

  func testAnEmptyProgramSaysSo() throws {
    let cohort = try HandMadeCohort.of("ucla-3", [])
    let report = AttritionReport(
      AttritionSummary(cohort.table, cohort.selection, instruments: [0]))
    XCTAssert(report.rendered(as: .table).contains("0 participants enrolled."))
    XCTAssertEqual(report.table.rows.count, 2)
  }

  private static func report() throws -> AttritionReport {
    let cohort = try HandMadeCohort.ofTen()
    return AttritionReport(
      AttritionSummary(cohort.table, cohort.selection, instruments: [0, 3]))
  }
}
