import Documents
import Analysis
import TestSupport
import XCTest

@testable import Reports

final class ChangeReportTests: XCTestCase {
  func testEveryFormatIsAsItWasRead() throws {
    let report = try Self.report()
    for (format, ending) in [
      (ReportFormat.table, "txt"), (.csv, "csv"), (.json, "json"), (.markdown, "md"),
    ] {
      try Golden.check(report.rendered(as: format), "change.\(ending)")
    }
  }

  func testGroupsStandBesideEverybody() throws {
    try Golden.check(try Self.report(groupedBy: "site").rendered(as: .table), "change-by-site.txt")
  }

  /// The sentence is built from the numbers of the table, so it is read against a hand-made one.
  func testSentenceIsInAPAStyle() throws {
    let cohort = try HandMadeCohort.of(
      "ucla-3", [(9, 7), (8, 7), (7, 6), (9, 6), (8, 8), (6, 5)])
    let analysis = ChangeAnalysis(cohort.table, cohort.selection, instruments: [0])
    let measure = analysis.measures[0]
    let sentence = APASentence.sentence(
      for: try XCTUnwrap(measure.summary.timepoints[1].change),
      try XCTUnwrap(measure.details[1].change), of: measure.summary,
      at: measure.summary.timepoints[1].timepoint)
    // R: t.test(c(7,7,6,6,8,5), c(9,8,7,9,8,6), paired = TRUE), and MBESS for the interval of d_z.
    XCTAssertEqual(
      sentence?.prefix(113),
      "UCLA-3 scores fell from 7.83 at baseline to 6.50 at day30 (n = 6), M change = −1.33, 95% CI"
        + " [−2.42, −0.25], t(5) ")
    XCTAssert(
      sentence?.contains("= −3.16, p = .025, d_z = −1.29, 95% CI [") == true, sentence ?? "")
  }

  func testNoTestGivesNoSentence() throws {
    let cohort = try HandMadeCohort.of("ucla-3", [(9, 7)])
    let analysis = ChangeAnalysis(cohort.table, cohort.selection, instruments: [0])
    let text = ChangeReport(analysis).rendered(as: .table)
    XCTAssertFalse(text.contains("To paste"))
  }

  private static func report(groupedBy attribute: String? = nil) throws -> ChangeReport {
    let cohort = try HandMadeCohort.ofTen(groupedBy: attribute)
    return ChangeReport(
      ChangeAnalysis(cohort.table, cohort.selection, instruments: [0, 2, 3]))
  }
}
