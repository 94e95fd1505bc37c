import Instruments
import Records
import Text
import XCTest

final class SavingsRateTests: XCTestCase {
  func testTheRateThatANewProgramStartsWith() throws {
    let rate = SavingsRate.humana2019(instrument: try SampleProgram.instrument("healthy-days"))
    XCTAssertEqual(rate.rate, 15.64)
    XCTAssertEqual(rate.currency, "USD")
    XCTAssertEqual(rate.months, 12)
    XCTAssertEqual(rate.caveats.count, 5)
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
        "savings.caveats: expected a list of texts, found a text",
        "savings.rate: a rate is not negative", "savings.months: expected more than 0 months",
        "savings.instrument: “Healthy Days” is not an instrument id",
        """
        savings.year: unknown key “year”
          known keys: instrument, rate, currency, months, price_year, population, source, caveats
        """,
      ])
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
