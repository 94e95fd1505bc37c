import Instruments
import Records
import TestSupport
import Text
import XCTest

final class SavingsRateTests: XCTestCase {
  func testTheRateThatANewProgramStartsWith() throws {
    let rate = SavingsRate.humana2019(instrument: try SampleProgram.instrument("healthy-days"))
    XCTAssertEqual(rate.rate, 15.64)
    XCTAssertEqual(rate.currency, "USD")
    XCTAssertEqual(rate.months, 12)
    XCTAssertEqual(rate.caveats.count, 4)
  }

  func testEveryProblemIsTold() {
    XCTAssertEqual(
      messages(
        """
        {"instrument": "Healthy Days", "rate": -1, "currency": "", "months": 0, "year": "2018",
         "price_year": "2018", "population": "x", "source": "x", "caveats": "none"}
        """),
      [
        "savings.currency: must not be empty",
        "savings.caveats: expected a list of text values, found text",
        "savings.rate: a rate cannot be negative", "savings.months: expected more than 0 months",
        "savings.instrument: “Healthy Days” is not a valid instrument id",
        """
        savings.year: unknown key “year”
          known keys: instrument, rate, rate_range, currency, months, discount_percent, price_year, \
        population, source, caveats
        """,
      ])
  }

  func testEveryProblemOfARangeAndADiscountRateIsTold() {
    XCTAssertEqual(
      messages(
        """
        {"instrument": "healthy-days", "rate": 12, "rate_range": {"low": -2, "high": -3},
         "currency": "USD", "months": 24, "discount_percent": -3, "price_year": "2018",
         "population": "x", "source": "x"}
        """),
      [
        "savings.rate_range.source: “source” is missing: expected text",
        "savings.rate_range.low: a rate cannot be negative",
        "savings.rate_range.high: the high end is below the low end",
        "savings.discount_percent: a discount rate cannot be negative",
        "savings.rate_range: the range does not include the rate itself, 12",
      ])
  }

  func testWhatIsWrittenIsReadBack() throws {
    var settings = try SampleProgram.settings(.csv)
    settings.savings = SavingsRate(
      instrument: try SampleProgram.instrument("healthy-days"), rate: 12,
      range: .init(low: 12, high: 15.5, source: "two insurers"), currency: "EUR", months: 24,
      discountPercent: 1.5, priceYear: "2025", population: "x", source: "y", caveats: ["z"])
    let document = try JSONDocument.parse(
      Array(JSONWriter.pretty(settings.json).utf8), file: "program.json")
    XCTAssertEqual(try ProgramSettings(reading: document, file: "program.json"), settings)
  }

  /// Programs of earlier versions have a caveat that the question decides.
  func testACaveatThatTheQuestionDecidesIsNotTheRates() throws {
    let rate = SavingsRate(
      instrument: try SampleProgram.instrument("healthy-days"), rate: 12, currency: "EUR",
      months: 12, priceYear: "2025", population: "x", source: "y",
      caveats: ["a", "no cost of the program is taken off", "b"])
    XCTAssertEqual(rate.caveatsBesideCost, ["a", "b"])
  }

  func testAFreeRateIsAllowed() {
    XCTAssertEqual(
      messages(
        """
        {"instrument": "healthy-days", "rate": 0, "currency": "USD", "months": 0.5,
         "price_year": "2018", "population": "x", "source": "x"}
        """), [])
  }

  /// What reading settings with this rate finds wrong with them, without the file's name.
  private func messages(_ savings: String) -> [String] {
    let text = """
      {"schema": "outcomes.program/1", "name": "x", "store": "csv", "instruments": ["ucla-3"],
       "timepoints": [{"id": "baseline", "day": 0}], "savings": \(savings)}
      """
    do throws(Problems) {
      let document = try JSONDocument.parse(Array(text.utf8), file: "program.json")
      _ = try ProgramSettings(reading: document, file: "program.json")
      return []
    } catch {
      return error.diagnostics.map { String($0.text.dropFirst("program.json: ".count)) }
    }
  }
}
