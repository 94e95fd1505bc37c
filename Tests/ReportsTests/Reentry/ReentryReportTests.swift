import Analysis
import Records
import TestSupport
import XCTest

@testable import Reports

final class ReentryReportTests: XCTestCase {
  /// Eighteen GAD-7 forms with seven answers each; one answer differs, and the paper agrees with
  /// the second entry.
  private func report(_ timepoint: String? = nil) throws -> ReentryReport {
    let ids = (1...18).map { "P\($0)" }
    let cohort = try HandMadeCohort(
      instruments: ["gad-7"], savings: nil,
      participants: ids.map { "\($0),2026-01-05,enroll,2026-01-05T09:00:00Z,ada,,north," },
      scores: [])
    var entries = SecondEntries()
    for id in ids {
      func line(
        _ action: AssessmentAction, _ answers: String, _ name: String, _ reason: String
      ) throws -> Assessment {
        try EntryLine.of(
          action, answers, participant: id, instrument: "gad-7", by: name, reason: reason)
      }
      let isWrong = id == "P7"
      let name = id == "P1" ? "sam" : "ada"
      entries.add(try line(.record, "0 1 2 3 0 1 2", name, ""))
      entries.add(
        try line(.reenter, isWrong ? "0 1 2 2 0 1 2" : "0 1 2 3 0 1 2", "sam", "second entry"))
      if isWrong {
        entries.add(
          try line(
            .correct, "0 1 2 2 0 1 2", "sam", "second entry: the paper says 2 at item 4 (was 3)"))
      }
    }
    return ReentryReport(
      ReentryAnalysis(
        entries.checked, cohort.table, cohort.selection,
        timepoint: try timepoint.map(SampleProgram.timepoint), instrument: nil))
  }

  /// The rate and its interval are those of 1 in 126: see `EntryErrorsTests`.
  func testOneErrorIsCountedOverallByItemAndByPerson() throws {
    let lines = try report().rendered(as: .csv).split(separator: "\n").map(String.init)
    XCTAssertEqual(
      lines.filter { $0.hasPrefix("answers") }.map { $0.prefix(30) },
      ["answers,,,,18,126,1,0,1,0,1,7."])
    XCTAssertEqual(
      lines.filter { $0.hasPrefix("dates") }.map { $0.prefix(25) }, ["dates,,,,18,18,0,0,0,0,0,"])
    XCTAssertEqual(lines.filter { $0.hasPrefix("item,gad-7,4,,,18,1,0,1,0,1,55.5") }.count, 1)
    XCTAssertEqual(
      lines.filter { $0.hasPrefix("item,gad-7") && $0.contains(",,,18,0,0,0,0,0,0,") }.count, 6)
    XCTAssertEqual(lines.filter { $0.hasPrefix("person,,,ada,17,119,1,0,1,0,1,8.4") }.count, 1)
    XCTAssertEqual(lines.filter { $0.hasPrefix("person,,,sam,1,7,0,0,0,0,0,0,") }.count, 1)
  }

  func testTheFirstSentenceHasTheRate() throws {
    let text = try report().rendered(as: .table).split(separator: "\n").joined(separator: " ")
    for words in [
      "18 forms, 126 answers: 1 differed, and 1 error of the first entry: 7.9 per 1,000 answers"
        + " (95 % CI 1.4 to 43.6).",
      "The paper agreed with the second entry.", "The same person entered 1 form twice.",
    ] {
      XCTAssertTrue(text.contains(words), "“\(words)” is not in “\(text)”")
    }
  }

  func testAnotherTimepointHasNone() throws {
    XCTAssertTrue(
      try report("day90").rendered(as: .table).contains(
        "No form was entered a second time. Only forms at day90."))
  }
}
