import Documents
import Analysis
import Instruments
import Records
import Statistics
import TestSupport
import Text
import XCTest

@testable import Reports

final class RespondersReportTests: XCTestCase {
  func testEveryFormatIsAsItWasRead() throws {
    let report = RespondersReport(try Self.analysis())
    for format in ReportFormat.allCases {
      let ending = ["table": "txt", "markdown": "md"][format.rawValue] ?? format.rawValue
      try Golden.check(report.rendered(as: format), "responders.\(ending)")
    }
  }

  func testTheListIsAsItWasRead() throws {
    var question = Self.question
    question.listsParticipants = true
    let report = ParticipantChangesReport(try Self.analysis(question))
    try Golden.check(report.rendered(as: .table), "responders-list.txt")
    try Golden.check(report.rendered(as: .csv), "responders-list.csv")
  }

  /// Every number of participants has its share, its denominator and Wilson's interval; all the
  /// outcomes of a rule together are its pairs.
  func testOutcomesOfEachRuleAddUpToThePairs() throws {
    let analysis = try Self.analysis()
    for measure in analysis.measures {
      let rows = Dictionary(grouping: measure.outcomes) { "\($0.judgedBy) \($0.label)" }
      XCTAssertEqual(rows.count, measure.rules.count + measure.lines.count)
      for outcomes in rows.values {
        XCTAssertEqual(outcomes.map(\.share.count).reduce(0, +), measure.pairs)
      }
    }
  }

  func testWhatIsNeededForAnIndexIsSaid() throws {
    let one = try Self.text(of: [(12, 4)], reliability: 0.8)
    XCTAssert(one.contains("it needs two participants scored at both times"), one)
    let none = try Self.text(of: [(12, 4), (14, 5)], reliability: nil)
    XCTAssert(none.contains("Reliability 0.89 (published: Cronbach's alpha, primary care;"), none)
    let unknown = try Self.text(of: [(12, 4), (14, 5)], reliability: nil, instrument: "phq-8")
    XCTAssert(unknown.contains("no reliability was given or published"), unknown)
    let equal = try Self.text(of: [(12, 4), (12, 5)], reliability: 0.8)
    XCTAssert(equal.contains("all baseline scores are equal"), equal)
    let negative = try Self.text(of: [(12, 4), (14, 5)], reliability: -0.25)
    XCTAssert(negative.contains("it is −0.25"), negative)
    let empty = try Self.text(of: [], reliability: 0.8)
    XCTAssert(empty.contains("0 scored at both times."), empty)
  }

  /// In every format.
  func testWithoutAnIndexItIsSaidWhy() throws {
    let cohort = try HandMadeCohort.of("phq-8", [(12, 4), (14, 5)])
    let report = RespondersReport(
      ResponderAnalysis(
        cohort.table, cohort.selection, ResponderQuestion(followUp: .timepoint(1)),
        instruments: [0]))
    for format in ReportFormat.allCases {
      let text = report.rendered(as: format).replacingOccurrences(of: "\n", with: " ")
      XCTAssert(
        text.contains("No reliable change index: no reliability was given or published"),
        format.rawValue)
    }
    let measure = report.json["measures"]?[0]
    XCTAssertEqual(measure?["reliability"], .null)
    XCTAssertEqual(measure?["reliable_by"], .null)
    let rows = report.rendered(as: .csv).split(separator: "\n")
    XCTAssertEqual(
      rows.count { $0.contains("reliable_change_index,reliable change index,,,not_computed,,") }, 1)
  }

  /// Two lines that put every whole score on the same side share a table that names both.
  func testLinesThatSeparateTheSameScoresShareATable() throws {
    let cohort = try HandMadeCohort.of("ucla-3", [(8, 4), (7, 6), (6, 5), (9, 8)])
    var question = ResponderQuestion(followUp: .timepoint(1))
    question.functional = .init(mean: 3.6, standardDeviation: 1.3)
    let report = RespondersReport(
      ResponderAnalysis(cohort.table, cohort.selection, question, instruments: [0]))
    let text = report.rendered(as: .table)
    XCTAssert(
      text.contains(
        "Crossing cutoffs that separate the same scores: cutoff c, 5.56; lonely (unverified), ≥ 6"),
      text)
    XCTAssertEqual(text.components(separatedBy: "Crossing").count, 2)
    let labels = report.rendered(as: .csv).split(separator: "\n").filter {
      $0.contains("recovered")
    }
    XCTAssertEqual(labels.count, 2, "programs get each line with its own source")
  }

  /// Of 16 to 10, 9 to 4, 12 to 14 and 3 to 11: caseness is 10 and above.
  func testCasesAndBandsAtBothTimes() throws {
    let cohort = try HandMadeCohort.of("phq-9", [(16, 10), (9, 4), (12, 9), (3, 11), (12, 4)])
    let report = RespondersReport(
      ResponderAnalysis(
        cohort.table, cohort.selection, ResponderQuestion(followUp: .timepoint(1)),
        instruments: [0]))
    let cases = report.json["measures"]?[0]?["paired_proportions"]?[0]
    XCTAssertEqual(cases?["kind"], .string("case"))
    XCTAssertEqual(cases?["scores"], .string("≥ 10"))
    for (key, number) in [
      ("of", 5.0), ("baseline_count", 3), ("baseline_share", 0.6), ("followup_count", 2),
      ("followup_share", 0.4), ("moved_in", 1), ("moved_out", 2), ("p", 1),
    ] {
      XCTAssertEqual(cases?[key], .number(number), key)
    }
    let text = report.rendered(as: .table)
    XCTAssert(text.contains("≥ 10 NHS Talking Therapies caseness  3 (60.0 %)  2 (40.0 %)"), text)
    XCTAssert(text.contains("0–4 minimal"), text)
  }

  /// Under a policy, what has no place in the disclosed counts is not there at all.
  func testWhatIsSharedHoldsNothingWithoutDisclosedCounts() async throws {
    let analysis = try Self.analysis()
    let cohort = try HandMadeCohort.twoMeasures()
    let policy = SmallNumberPolicy(PrivacySettings(policy: .cms))
    let plan = CohortNumbers(await cohort.summary).plan(policy)
    let report = RespondersReport(analysis, .shared(analysis.plan(after: plan)))
    XCTAssertNil(report.json["talking_therapies"])
    XCTAssertNil(report.json["depression"])
    XCTAssertFalse(report.rendered(as: .csv).contains("hedis"))
    XCTAssertEqual(report.json["measures"]?[0]?["pairs"], .null)
    XCTAssertNil(report.json["measures"]?[0]?["agreements"])
    XCTAssertNil(report.json["measures"]?[0]?["paired_proportions"])
    XCTAssertFalse(report.rendered(as: .csv).contains("proportion_"))
    XCTAssertFalse(report.rendered(as: .table).contains("moved in"))
  }

  private static var question: ResponderQuestion {
    var question = ResponderQuestion(followUp: .timepoint(1))
    question.reliability = Reliability(0.84, .given(source: "retest over 2 days"))
    question.functional = .init(mean: 4, standardDeviation: 3.5)
    return question
  }

  private static func analysis(
    _ question: ResponderQuestion = question
  ) throws -> ResponderAnalysis {
    let cohort = try HandMadeCohort.twoMeasures()
    return ResponderAnalysis(cohort.table, cohort.selection, question, instruments: [0, 1])
  }

  private static func text(
    of totals: [(Double?, Double?)], reliability: Double?, instrument: String = "phq-9"
  ) throws -> String {
    let cohort = try HandMadeCohort.of(instrument, totals)
    var question = ResponderQuestion(followUp: .timepoint(1))
    question.reliability = reliability.map { Reliability($0, .given(source: nil)) }
    let report = RespondersReport(
      ResponderAnalysis(cohort.table, cohort.selection, question, instruments: [0]))
    return report.rendered(as: .table).replacingOccurrences(of: "\n", with: " ")
  }
}

extension HandMadeCohort {
  /// Six people with PHQ-9 and GAD-7 totals at two sites; the last two lack a follow-up of one or
  /// both.
  fileprivate static func twoMeasures() throws -> HandMadeCohort {
    let people: [(phq: (Int, Int?), gad: (Int, Int?))] = [
      ((18, 4), (12, 5)), ((16, 9), (9, 9)), ((10, 9), (4, 8)), ((8, 15), (7, 12)),
      ((14, 13), (8, nil)), ((20, nil), (15, nil)),
    ]
    var scores: [String] = []
    for (number, person) in people.enumerated() {
      for (instrument, totals) in [("phq-9", person.phq), ("gad-7", person.gad)] {
        scores.append(line(number, "baseline", instrument, "2026-01-05", totals.0))
        if let followUp = totals.1 {
          scores.append(line(number, "day30", instrument, "2026-02-04", followUp))
        }
      }
    }
    return try HandMadeCohort(
      instruments: ["phq-9", "gad-7"], savings: nil,
      participants: people.indices.map {
        "P\($0 + 1),2026-01-05,enroll,2026-01-05T09:00:00Z,ada,,\($0 < 3 ? "north" : "south"),"
      }, scores: scores, timepoints: [("baseline", 0), ("day30", 30)], groupedBy: "site")
  }

  private static func line(
    _ number: Int, _ timepoint: String, _ instrument: String, _ date: String, _ total: Int
  ) -> String {
    "P\(number + 1),\(timepoint),\(instrument),\(date),,\(total),record,\(date)T10:00:00Z,ada,,"
  }
}
