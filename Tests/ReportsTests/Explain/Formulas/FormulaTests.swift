import Documents
import Analysis
import Instruments
import Records
import Statistics
import Text
import XCTest

@testable import Reports

final class FormulaTests: XCTestCase {
  /// What a formula says with its numbers filled in is the number that is printed.
  func testEveryArithmeticGivesItsNumber() async throws {
    let cohort = try HandMadeCohort.ofTen()
    let instruments = Array(cohort.program.instruments.indices)
    var grouped = cohort.selection
    grouped.groupedBy = "site"
    var criteria = ResponderQuestion(followUp: .timepoint(2))
    criteria.reliability = Reliability(0.75, .given(source: nil))
    criteria.functional = .init(mean: 4, standardDeviation: 1.5)
    let answers: [any Reportable] = [
      RespondersReport(
        ResponderAnalysis(cohort.table, cohort.selection, criteria, instruments: instruments)),
      ModelReport(
        await ModelAnalysis(
          cohort.table, grouped, instruments: [0], ModelOptions(withGrowth: true))),
      ChangeReport(ChangeAnalysis(cohort.table, cohort.selection, instruments: instruments)),
      AttritionReport(
        AttritionSummary(cohort.table, cohort.selection, instruments: instruments)),
      try Self.savings,
      SummaryReport(await cohort.summary, .everything),
    ]
    var checked: Set<String> = []
    for answer in answers {
      for number in DocumentNumber.all(in: answer.json) {
        guard number.values.count == 1, let formula = number.formula,
          let filled = formula.filled(with: number.neighbors, spelling: NumberText.shortest)
        else { continue }
        let value = try XCTUnwrap(Arithmetic.value(of: filled), filled)
        let printed = number.values[0]
        XCTAssertEqual(
          value, printed, accuracy: 1e-9 * max(1, abs(printed)), "\(number.path): \(filled)")
        checked.insert(formula.key)
      }
    }
    XCTAssertEqual(
      checked.sorted(),
      [
        "assessed", "at_high.cohort_per_year", "at_high.per_participant_per_year",
        "at_low.cohort_per_year", "at_low.per_participant_per_year", "cohens_dz", "cohort_per_year",
        "cutoff_c", "df", "due",
        "everyone_enrolled.cohort_per_year", "everyone_enrolled.per_participant_per_year",
        "lines.slope_t",
        "lost_taken_as_unchanged.cohort_per_year", "lost_taken_as_unchanged.per_participant",
        "lost_taken_as_unchanged.per_participant_per_year", "lost_to_follow_up", "mean_change",
        "means.change_t", "mmrm.differences.t", "outcomes.share",
        "paired_proportions.baseline_share", "paired_proportions.difference",
        "paired_proportions.followup_share", "per_participant", "per_participant_per_year",
        "percent_change", "program_cost.lost_taken_as_unchanged.net_per_participant_per_year",
        "program_cost.net_per_participant_per_year", "program_cost.total", "rank_biserial",
        "se_change",
        "share_14_or_more", "standard_error_of_difference", "standard_error_of_measurement",
        "standardized_difference", "t", "threshold", "unchanged",
      ])
  }

  /// Over 30 months, with a range of the rate, a cost and a valuation of two years.
  private static var savings: SavingsReport {
    get throws {
      let rate = SavingsRate(
        instrument: BuiltInInstruments.healthyDays.id, rate: 15,
        range: .init(low: 10, high: 18, source: "invented"), currency: "USD", months: 30,
        priceYear: "2025", population: "invented", source: "invented", caveats: [])
      let valuation = Valuation(
        name: "invented", instrument: BuiltInInstruments.ucla3.id, rate: 12.5, currency: "USD",
        priceYear: "2025", persistenceYears: 2, population: "invented", source: "invented",
        caveats: [])
      let cohort = try HandMadeCohort.ofTen(savings: rate, valuations: [valuation])
      return SavingsReport(
        SavingsAnalysis(
          cohort.table, cohort.selection, cost: ProgramCost(perParticipant: 99)))
    }
  }

  func testNegativeNumbersStandInParentheses() {
    let formula = Formula("t", "", "mean_change / se_change²", of: nil)
    let numbers = ["mean_change": -2.5, "se_change": 0.5]
    XCTAssertEqual(
      formula.filled(with: numbers, spelling: NumberText.shortest), "(-2.5) / 0.5²")
  }

  func testAnUndefinedNumberLeavesNoArithmetic() {
    let formula = Formula("t", "", "mean_change / se_change", of: nil)
    XCTAssertNil(formula.filled(with: ["mean_change": 1], spelling: NumberText.shortest))
  }

  /// The longest end of a path that a formula names is meant.
  func testAPathIsKnownByItsEnd() {
    XCTAssertEqual(FormulaCatalog.formula(for: "change.t")?.key, "t")
    XCTAssertEqual(FormulaCatalog.formula(for: "differences.t")?.key, "differences.t")
    XCTAssertEqual(
      FormulaCatalog.formula(for: "savings.lost_taken_as_unchanged.cohort_per_year")?.key,
      "lost_taken_as_unchanged.cohort_per_year")
    XCTAssertNil(FormulaCatalog.formula(for: "change.apa"))
  }
}

/// Counts out the arithmetic that formulas are written in: + − × / √ ² and parentheses.
private struct Arithmetic {
  private var rest: Substring

  static func value(of text: String) -> Double? {
    var arithmetic = Arithmetic(rest: text.filter { $0 != " " }[...])
    let value = arithmetic.sum()
    return arithmetic.rest.isEmpty ? value : nil
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while let sign = take("+−") {
      guard let next = product() else { return nil }
      value += sign == "+" ? next : -next
    }
    return value
  }

  private mutating func product() -> Double? {
    guard var value = factor() else { return nil }
    while let sign = take("×/") {
      guard let next = factor() else { return nil }
      value = sign == "×" ? value * next : value / next
    }
    return value
  }

  private mutating func factor() -> Double? {
    if take("√") != nil { return factor()?.squareRoot() }
    var value: Double?
    if take("(") != nil {
      value = sum()
      guard take(")") != nil else { return nil }
    } else {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || "-.e".contains($0)) }
      rest.removeFirst(digits.count)
      value = Double(digits)
    }
    return take("²") == nil ? value : value.map { $0 * $0 }
  }

  private mutating func take(_ signs: String) -> Character? {
    guard let first = rest.first, signs.contains(first) else { return nil }
    return rest.removeFirst()
  }
}
