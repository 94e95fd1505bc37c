import Documents
import Analysis
import Statistics
import TestSupport
import Text
import XCTest

@testable import Reports

final class ModelReportTests: XCTestCase {
  func testEveryFormatIsAsItWasRead() async throws {
    let report = try await Self.report()
    for format in ReportFormat.allCases {
      let ending = ["table": "txt", "markdown": "md"][format.rawValue] ?? format.rawValue
      try Golden.check(report.rendered(as: format), "models.\(ending)")
    }
  }

  func testGroupsAreAsTheyWereRead() async throws {
    let report = try await Self.report(groupedBy: "site")
    try Golden.check(report.rendered(as: .table), "models-by-site.txt")
    try Golden.check(report.rendered(as: .json), "models-by-site.json")
  }

  func testWhatIsSharedIsAsItWasRead() async throws {
    let report = try await Self.report(shared: true)
    try Golden.check(report.rendered(as: .table), "models-shared.txt")
    try Golden.check(report.rendered(as: .json), "models-shared.json")
  }

  func testWhatIsSharedTellsNotHowManyWereLost() async throws {
    let mmrm = try await Self.report(shared: true).json["models"]?[0]
    let model = try XCTUnwrap(mmrm?["mmrm"])
    for key in ["participants", "scores", "log_likelihood", "aic_nlme", "bic_mmrm"] {
      XCTAssertEqual(model[key], .null, key)
    }
    XCTAssertEqual(model["suppressed"], .bool(true))
    XCTAssertNil(model["covariance"])
    XCTAssertNotNil(model["means"]?[2]?["change"]?.number)
    let missing = try XCTUnwrap(mmrm?["missing_data"]?[1])
    for key in ["due", "lost", "delta_for_no_change"] { XCTAssertEqual(missing[key], .null, key) }
    for number in 1...3 {
      XCTAssertEqual(missing["answers"]?[number]?["participants"], .null, "\(number)")
    }
    XCTAssertNotNil(missing["answers"]?[0]?["participants"]?.number)
  }

  /// Every number of a model stands on all of its timepoints: where one has too few people, none is
  /// shown, also at a timepoint that has enough.
  func testATimepointOfFewHidesTheWholeModel() async throws {
    let report = try await Self.report(shared: true, atLast: 9)
    let model = try XCTUnwrap(report.json["models"]?[0]?["mmrm"])
    XCTAssertEqual(
      model["timepoints"], .array([.string("baseline"), .string("day30"), .string("day90")]))
    XCTAssertEqual(model["means"]?[0]?["n"]?.number, 40)
    XCTAssertEqual(model["means"]?[2]?["n"], .null)
    for number in 0...2 {
      for key in ["mean", "mean_ci95", "change"] {
        XCTAssertEqual(model["means"]?[number]?[key], .null, "\(number) \(key)")
      }
    }
    XCTAssertEqual(model["any_change"]?["p"], .null)
    XCTAssertEqual(report.json["models"]?[0]?["growth"]?["lines"]?[0]?["slope_per_day"], .null)
  }

  func testSatterthwaiteAndOwnBaselinesAreNamed() async throws {
    let options = ModelOptions(degreesOfFreedom: .satterthwaite, baseline: .separate)
    let report = try await Self.report(options, groupedBy: "site")
    let text = report.rendered(as: .table)
    XCTAssert(text.contains("df: Satterthwaite's"), text)
    XCTAssert(text.contains("Each group has its own mean at baseline"), text)
    XCTAssertEqual(report.json["degrees_of_freedom"], .string("satterthwaite"))
    XCTAssertEqual(report.json["baseline"], .string("separate"))
  }

  func testAnEmptyProgramSaysSo() async throws {
    let cohort = try HandMadeCohort.of("ucla-3", [])
    let analysis = await ModelAnalysis(
      cohort.table, cohort.selection, instruments: [0], ModelOptions())
    let report = ModelReport(analysis)
    XCTAssert(report.rendered(as: .table).contains("0 participants enrolled."))
    XCTAssertEqual(report.table.rows.count, 1)
    XCTAssertEqual(
      report.json["models"]?[0]?["mmrm"]?["not_fitted"]?["reason"], .string("no_scores"))
  }

  private static func report(
    _ options: ModelOptions = ModelOptions(withGrowth: true), groupedBy attribute: String? = nil,
    shared: Bool = false, atLast: Int = 40
  ) async throws -> ModelReport {
    let cohort = try HandMadeCohort.ofFortyWithModels(groupedBy: attribute, atLast: atLast)
    let analysis = await ModelAnalysis(
      cohort.table, cohort.selection, instruments: [0, 1, 2], options)
    let disclosure =
      shared ? Disclosure.shared(await CohortNumbers(cohort.summary).plan(.cms)) : .everything
    return ModelReport(analysis, disclosure)
  }
}

extension HandMadeCohort {
  /// Forty people at three sites: UCLA-3, of whom a few are missing, life satisfaction, of which
  /// nobody has a day 90, and PROMIS, where too few scores go together. One site has no follow-up.
  /// - Parameter atLast: how many people at most have a day 90.
  fileprivate static func ofFortyWithModels(
    groupedBy attribute: String?, atLast: Int
  ) throws -> HandMadeCohort {
    var atLast = atLast
    let people = 0..<40
    let days = ["baseline": "2026-01-05", "day30": "2026-02-04", "day90": "2026-04-05"]
    func line(_ person: Int, _ timepoint: String, _ instrument: String, _ score: Int) -> String {
      let day = days[timepoint] ?? ""
      return "P\(person),\(timepoint),\(instrument),\(day),,\(score),record,"
        + "\(day)T10:00:00Z,ada,,"
    }
    let scores = people.flatMap { person -> [String] in
      let start = 4 + person * 7 % 6
      var lines = [line(person, "baseline", "ucla-3", start)]
      guard person < 38 else { return lines }
      if person % 3 != 1 {
        lines.append(line(person, "day30", "ucla-3", max(3, start - person * 5 % 4)))
      }
      if person % 3 != 2, atLast > 0 {
        atLast -= 1
        lines.append(line(person, "day90", "ucla-3", max(3, start - person * 3 % 5)))
      }
      lines.append(line(person, "baseline", "ons-life-satisfaction", person * 3 % 7))
      lines.append(line(person, "day30", "ons-life-satisfaction", person * 3 % 7 + person % 4))
      return lines + (person < 2 ? [line(person, "baseline", "promis-gmh", 40 + person)] : [])
    }
    return try HandMadeCohort(
      instruments: ["ucla-3", "ons-life-satisfaction", "promis-gmh"], savings: nil,
      participants: people.map {
        "P\($0),2026-01-05,enroll,2026-01-05T09:00:00Z,ada,,"
          + "\($0 < 38 ? ["north", "south"][$0 % 2] : "west"),"
      },
      scores: scores, groupedBy: attribute)
  }
}
