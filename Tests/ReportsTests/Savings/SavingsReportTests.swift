import Documents
import Analysis
import Instruments
import Records
import TestSupport
import Text
import XCTest

@testable import Reports

final class SavingsReportTests: XCTestCase {
  func testEveryFormatIsAsItWasRead() throws {
    let report = try report(of: .ofTen())
    try Golden.check(report.rendered(as: .table), "savings.txt")
    try Golden.check(report.rendered(as: .markdown), "savings.md")
    try Golden.check(report.rendered(as: .csv), "savings.csv")
    try Golden.check(report.rendered(as: .json), "savings.json")
  }

  /// With a cost and two other valuations, of scores that move either way.
  func testCostAndValuationsAreAsTheyWereRead() throws {
    let cohort = try HandMadeCohort.ofTen(valuations: [
      .wellby2021(instrument: BuiltInInstruments.onsLifeSatisfaction.id), .ofLoneliness,
    ])
    let report = report(of: cohort, cost: ProgramCost(perParticipant: 250))
    try Golden.check(report.rendered(as: .table), "savings-valuations.txt")
    try Golden.check(report.rendered(as: .csv), "savings-valuations.csv")
    try Golden.check(report.rendered(as: .json), "savings-valuations.json")
  }

  /// Everybody, then each site; the cost is charged only for those scored at both.
  func testGroupsAreAsTheyWereRead() throws {
    let cohort = try HandMadeCohort.ofTen(
      groupedBy: "site", valuations: [.ofLoneliness, .ofLoneliness(years: 2)])
    let report = report(of: cohort, cost: ProgramCost(perParticipant: 250, basis: .assessed))
    try Golden.check(report.rendered(as: .table), "savings-by-site.txt")
    try Golden.check(report.rendered(as: .csv), "savings-by-site.csv")
    try Golden.check(report.rendered(as: .json), "savings-by-site.json")
  }

  /// Closed form: 23 days fewer over 6 pairs, 2 more people lost, and one not due yet; US$15.64 ×
  /// 12 a day.
  func testAmountsAreDaysAvoidedTimesRateTimesMonths() throws {
    let json = try report(of: .ofTen()).json
    XCTAssertEqual(
      try XCTUnwrap(json["per_participant_per_year"]?.number), 23.0 / 6 * 187.68, accuracy: 1e-9)
    XCTAssertEqual(try XCTUnwrap(json["cohort_per_year"]?.number), 23 * 187.68, accuracy: 1e-9)
    let lost = json["lost_taken_as_unchanged"]
    XCTAssertEqual(lost?["participants"], .number(8))
    XCTAssertEqual(lost?["lost"], .number(2))
    XCTAssertEqual(
      try XCTUnwrap(lost?["per_participant_per_year"]?.number), 23.0 / 8 * 187.68, accuracy: 1e-9)
  }

  func testKeysAreThoseOfTheSummaryAndTheSameWithoutAnEstimate() async throws {
    let cohort = try HandMadeCohort.ofTen()
    let json = report(of: cohort).json
    XCTAssertEqual(Array(json.keys.prefix(3)), ["schema", "program", "as_of"])
    XCTAssertEqual(json["schema"], .string("outcomes.savings/1"))
    let summary = SummaryReport(await cohort.summary).json
    XCTAssertEqual(Array(json.keys.dropFirst(3).dropLast(4)), summary["savings"]?.keys)
    XCTAssertEqual(json.keys.suffix(4), ["program_cost", "sensitivity", "valuations", "groups"])

    let none = try report(of: .ofTen(savings: nil)).json
    XCTAssertEqual(none.keys, json.keys)
    XCTAssertEqual(none["per_participant_per_year"], .null)
    XCTAssertEqual(none["lost_taken_as_unchanged"]?.keys, json["lost_taken_as_unchanged"]?.keys)
    XCTAssertEqual(none["caveats"], .array([]))
  }

  func testWithoutARateSaysWhatToAdd() throws {
    let report = try report(of: .ofTen(savings: nil))
    XCTAssertEqual(
      Array(report.document.blocks.prefix(1)),
      [
        .paragraph(
          "No estimate without a rate. Set one with `outcomes set savings VALUE --reason TEXT`. VALUE"
            + " is a JSON object with instrument, rate, currency, months, price_year, population,"
            + " source and caveats: the value of one unhealthy day avoided, and where it comes from; if"
            + " known, also rate_range, an object with low, high and source.")
      ])
    XCTAssertEqual(report.rendered(as: .csv).split(separator: "\n").count, 1)
  }

  func testRateForAnInstrumentOutsideTheProgramSaysSo() throws {
    let cohort = try HandMadeCohort.of("ucla-3", [(8, 6)], savings: .ofTests)
    XCTAssertEqual(
      report(of: cohort).document.blocks,
      [
        .paragraph(
          "No estimate without a rate. The rate in program.json is for healthy-days, which this"
            + " program does not use: add it to `instruments`.")
      ])
  }

  func testNoPairsYetIsSaidKindly() throws {
    let cohort = try HandMadeCohort.of("healthy-days", [(12, nil), (nil, 4)], savings: .ofTests)
    let text = report(of: cohort).rendered(as: .table)
    XCTAssertTrue(
      text.contains(
        """

        No estimate yet: no participant is scored on healthy-days both at baseline and
        at day30. The estimate will appear here once one is.

        The rate
        """), text)
    XCTAssertEqual(report(of: cohort).json["pairs"], .number(0))
    XCTAssertEqual(report(of: cohort).json["cohort_per_year"], .null)
  }

  /// 10 days more each: 10 × 15.64 × 12 = 1,876.80, a cost; nobody was lost, nothing varies.
  func testMoreUnhealthyDaysAreACost() throws {
    let cohort = try HandMadeCohort.of("healthy-days", [(2, 12), (5, 15)], savings: .ofTests)
    let blocks = report(of: cohort).document.blocks
    XCTAssertEqual(
      Array(blocks.prefix(3)),
      [
        .paragraph(
          "Estimated saving: −US$1,877 per participant per year, from 2 participants scored at baseline"
            + " and at day30. There were more unhealthy days than at baseline: a cost, not a saving. It"
            + " assumes that the program caused all of the change, and that the change lasts 12 months."
            + " The rate is for members of Humana Medicare Advantage plans in the USA, aged 65 and over;"
            + " for anyone else, it is an assumption."),
        .paragraph("The uncertainty of the rate itself is not known."),
        .paragraph("All participants due and scored at baseline are scored at day30 too."),
      ])
  }

  /// From 8 to 6 on average is 2 points less: 2 × 13,000 × 0.25 = 6,500; nothing varies.
  func testAValuationOfWorseScoresIsALoss() throws {
    let cohort = try HandMadeCohort.of(
      "ons-life-satisfaction", [(8, 6), (9, 7)], savings: nil,
      valuations: [.wellby2021(instrument: BuiltInInstruments.onsLifeSatisfaction.id)])
    XCTAssertEqual(
      report(of: cohort).document.blocks.dropFirst(2).first,
      .paragraph(
        "−6,500 GBP per participant, estimated from 2 participants scored on ons-life-satisfaction"
          + " at baseline and at day30. Scores were worse than at baseline: a loss, not a gain. The"
          + " rate is for people in the United Kingdom; for anyone else, it is an assumption."))
  }

  /// 1 participant, scored at baseline alone.
  func testAValuationWithoutPairsSaysSo() throws {
    let cohort = try HandMadeCohort.of(
      "ons-life-satisfaction", [(8, nil)], savings: nil,
      valuations: [.wellby2021(instrument: BuiltInInstruments.onsLifeSatisfaction.id)])
    let report = report(of: cohort)
    XCTAssertEqual(
      report.document.blocks.dropFirst(2).first,
      .paragraph(
        "No estimate yet: no participant is scored on ons-life-satisfaction both at baseline and at"
          + " day30. The estimate will appear here once one is."))
    XCTAssertEqual(report.json["valuations"]?[0]?["per_participant"], .null)
  }

  /// 4 days avoided, 2.5 euros a day for 6 months: 60 euros; 48 at 2 euros and 72 at 3.
  func testOtherCurrenciesStandBehindTheAmount() throws {
    let rate = SavingsRate(
      instrument: try XCTUnwrap(InstrumentID(rawValue: "healthy-days")), rate: 2.5,
      range: .init(low: 2, high: 3, source: "two insurers"), currency: "EUR", months: 6,
      priceYear: "2025", population: "everybody", source: "invented", caveats: [])
    let cohort = try HandMadeCohort.of("healthy-days", [(12, 8), (12, nil)], savings: rate)
    let report = report(of: cohort)
    XCTAssertEqual(
      Array(report.document.blocks.prefix(3)),
      [
        .paragraph(
          "Estimated saving: 60 EUR per participant over 6 months, from 1 participant scored at"
            + " baseline and at day30. It assumes that the program caused all of the change, and that"
            + " the change lasts 6 months. The rate is for everybody; for anyone else, it is an"
            + " assumption."
        ),
        .paragraph(
          "The rate itself may lie between 2.00 EUR and 3.00 EUR (two insurers): at the low end the"
            + " estimate is 48 EUR; at the high end it is 72 EUR."),
        .paragraph(
          "1 participant with a baseline score is lost to follow-up at day30: 1 not assessed."
            + " If they are counted as unchanged, the estimate is 30 EUR per participant over 6 months."
        ),
      ])
    let text = report.rendered(as: .table)
    XCTAssertTrue(text.contains("\n- 4.000 × 2.50 EUR × 6 = 60 EUR\n"), text)
  }

  /// What is not the program's cost is told only where none was given.
  func testCaveatsFollowWhatWasEntered() throws {
    let cohort = try HandMadeCohort.of("healthy-days", [(12, 8), (12, 9)], savings: .ofTests)
    let none = "the program's cost is not subtracted"
    XCTAssertTrue(report(of: cohort).rendered(as: .json).contains(none))
    for basis in ProgramCost.Basis.allCases {
      let report = report(of: cohort, cost: ProgramCost(perParticipant: 10, basis: basis))
      for format in ReportFormat.allCases {
        XCTAssertFalse(report.rendered(as: format).contains(none), "\(basis) \(format)")
      }
    }
  }

  private func report(of cohort: HandMadeCohort, cost: ProgramCost? = nil) -> SavingsReport {
    SavingsReport(SavingsAnalysis(cohort.table, cohort.selection, cost: cost))
  }
}

extension Valuation {
  /// A program's own rate.
  fileprivate static let ofLoneliness = ofLoneliness(years: 1)

  fileprivate static func ofLoneliness(years: Double) -> Valuation {
    Valuation(
      name: years == 1 ? "cost of loneliness" : "cost of loneliness over \(years) years",
      instrument: BuiltInInstruments.ucla3.id, rate: 12.5, currency: "EUR", priceYear: "2025",
      persistenceYears: years, population: "everybody", source: "invented", caveats: [])
  }
}
