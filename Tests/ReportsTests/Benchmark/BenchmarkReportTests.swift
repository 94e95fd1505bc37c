import Documents
import Analysis
import Instruments
import Records
import TestSupport
import XCTest

@testable import Reports

final class BenchmarkReportTests: XCTestCase {
  func testReportForPeopleIsTheRecordedOne() async throws {
    try Golden.check(try await Self.report.rendered(as: .table), "benchmark.txt")
  }

  func testJSONIsTheRecordedOne() async throws {
    try Golden.check(try await Self.report.rendered(as: .json), "benchmark.json")
  }

  func testCSVHasARowForEachFigure() async throws {
    try Golden.check(try await Self.report.rendered(as: .csv), "benchmark.csv")
  }

  func testNothingSharedSaysWhatToDo() async throws {
    let other = try await HandMadeCohort.of("promis-gmh", [(40, 60)]).summary
    let report = BenchmarkReport(
      other, beside: BuiltInBenchmarks.all, known: BuiltInInstruments.all)
    XCTAssert(report.rendered(as: .table).contains("`--with FILE` adds others"))
    XCTAssertEqual(report.table.rows, [])
  }

  private static var report: BenchmarkReport {
    get async throws {
      BenchmarkReport(
        try await HandMadeCohort.ofTen().summary, beside: BuiltInBenchmarks.all,
        known: BuiltInInstruments.all)
    }
  }
}
