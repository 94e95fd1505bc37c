import Instruments
import TestSupport
import Text
import XCTest

@testable import Records

final class ValuationJSONTests: XCTestCase {
  func testWhatIsWrittenIsReadBack() throws {
    var settings = try SampleProgram.settings(.csv)
    let days = try SampleProgram.instrument("phq-9")
    settings.instruments = [days, BuiltInInstruments.onsLifeSatisfaction.id]
    settings.valuations = [
      .wellby2021(instrument: BuiltInInstruments.onsLifeSatisfaction.id),
      Valuation(
        name: "ours", instrument: days, timepoint: try SampleProgram.timepoint("day30"), rate: 0,
        currency: "EUR", priceYear: "2025", persistenceYears: 2, population: "x", source: "y",
        caveats: []),
    ]
    let document = try JSONDocument.parse(
      Array(JSONWriter.pretty(settings.json).utf8), file: "program.json")
    XCTAssertEqual(try ProgramSettings(reading: document, file: "program.json"), settings)
  }

  func testEveryProblemIsTold() {
    XCTAssertEqual(
      messages(
        """
        [{"name": "", "instrument": "UCLA", "timepoint": "Day 30", "per": "points", "rate": -1,
          "currency": "GBP", "price_year": 2019, "persistence_years": 0, "population": "x",
          "source": "x", "years": 1}, 7]
        """
      ).filter { !$0.hasPrefix("[1].") },
      [
        "[0].name: must not be empty",
        "[0].per: “points” is not a valid value\n  did you mean “point”?",
        "[0].price_year: expected text, found a number", "[0].rate: a rate cannot be negative",
        "[0].persistence_years: expected more than 0 years",
        "[0].timepoint: “Day 30”: a timepoint id has lowercase letters, digits and _, and starts"
          + " with a letter",
        "[0].instrument: “UCLA” is not a valid instrument id",
        "[0].years: unknown key “years”\n  known keys: name, instrument, timepoint, per, rate,"
          + " currency, price_year, persistence_years, discount_percent, population, source, caveats",
        "[1]: expected an object, found a number",
      ])
  }

  func testWhatIsMissingIsTold() {
    XCTAssertEqual(
      messages("[{}]"),
      [
        "name", "instrument", "rate", "currency", "price_year", "persistence_years", "population",
        "source",
      ].map {
        "[0].\($0): “\($0)” is missing: expected"
          + ($0 == "rate" || $0 == "persistence_years" ? " a number" : " text")
      } + ["[0].per: “per” is missing: write “point”"])
  }

  func testValuationsFitTheProgramAndEachOther() {
    let rest =
      #""per": "point", "rate": 1, "currency": "GBP", "price_year": "2019","#
      + #" "persistence_years": 1, "population": "x", "source": "x""#
    XCTAssertEqual(
      messages(
        """
        [{"name": "a", "instrument": "ucla-3", "timepoint": "day30", \(rest)},
         {"name": "a", "instrument": "gad-7", \(rest)},
         {"name": "b", "instrument": "ucla-3", "timepoint": "baseline", \(rest)},
         {"name": "c", "instrument": "ucla-3", "timepoint": "day60", \(rest)}]
        """),
      [
        ": “a” is listed twice",
        ": “a” is for gad-7, which this program does not use: add it to `instruments`",
        ": “b” is for baseline, which is not a follow-up timepoint",
        ": “c” is for day60, which is not a follow-up timepoint",
      ])
  }

  /// What reading settings with these valuations finds wrong with them, by the element.
  private func messages(_ valuations: String) -> [String] {
    let text = """
      {"schema": "outcomes.program/1", "name": "x", "store": "csv", "instruments": ["ucla-3"],
       "timepoints": [{"id": "baseline", "day": 0}, {"id": "day30", "day": 30}],
       "valuations": \(valuations)}
      """
    do throws(Problems) {
      let document = try JSONDocument.parse(Array(text.utf8), file: "program.json")
      _ = try ProgramSettings(reading: document, file: "program.json")
      return []
    } catch {
      return error.diagnostics.map { String($0.text.dropFirst("program.json: valuations".count)) }
    }
  }
}
