import Documents
import TestSupport
import XCTest

@testable import Reports

final class SummaryReportTests: XCTestCase {
  func testEveryFormatIsAsItWasRead() async throws {
    let report = SummaryReport(try await HandMadeCohort.ofTen().summary)
    try Golden.check(report.rendered(as: .table), "summary.txt")
    try Golden.check(report.rendered(as: .markdown), "summary.md")
    try Golden.check(report.rendered(as: .csv), "summary.csv")
    try Golden.check(report.rendered(as: .json), "summary.json")
  }

  func testGroupsAreAsTheyWereRead() async throws {
    let cohort = try HandMadeCohort.ofTen(groupedBy: "site", inWindowOnly: true)
    let report = SummaryReport(await cohort.summary)
    try Golden.check(report.rendered(as: .table), "summary-by-site.txt")
    try Golden.check(report.rendered(as: .csv), "summary-by-site.csv")
    try Golden.check(report.rendered(as: .json), "summary-by-site.json")
  }

  func testNobodyEnrolledIsSaidKindly() async throws {
    let summary = try await HandMadeCohort.of("ucla-3", []).summary
    XCTAssertEqual(
      SummaryReport(summary).rendered(as: .table),
      """
      Riverside peer support: summary as of 2026-05-31
      ================================================

      No participants yet. Add the first one with `outcomes enroll ID`.

      """)
  }

  func testWithoutARateThereIsNoEstimate() async throws {
    let cohort = try HandMadeCohort.of("ucla-3", [(8, 6), (7, 6)])
    let text = SummaryReport(await cohort.summary).rendered(as: .table)
    XCTAssertTrue(text.contains("\nNo estimate without a rate: `outcomes savings` explains"), text)
  }
}
