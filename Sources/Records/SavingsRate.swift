import Instruments
import Text

/// What an unhealthy day avoided is taken to be worth, with everything a reader must know to judge it.
package struct SavingsRate: Sendable, Equatable {
  /// The instrument whose score counts unhealthy days in 30.
  package let instrument: InstrumentID
  /// Money per unhealthy day, per participant and month.
  package let rate: Double
  /// ISO 4217 code.
  package let currency: String
  /// How many months the change is taken to last.
  package let months: Double
  /// The year of the prices, in words where it is not stated.
  package let priceYear: String
  /// Whose costs the rate was seen in.
  package let population: String
  /// Where the rate comes from, and whether the original was read.
  package let source: String
  /// What a reader must know before quoting an estimate.
  package let caveats: [String]

  package init(
    instrument: InstrumentID, rate: Double, currency: String, months: Double, priceYear: String,
    population: String, source: String, caveats: [String]
  ) {
    self.instrument = instrument
    self.rate = rate
    self.currency = currency
    self.months = months
    self.priceYear = priceYear
    self.population = population
    self.source = source
    self.caveats = caveats
  }

  /// The rate a new program starts with: US$15.64 per unhealthy day, member and month.
  ///
  /// Source: Humana, 2019 Bold Goal progress report, as quoted by Home Health Care News (April 2019);
  /// the report itself was not read.
  package static func humana2019(instrument: InstrumentID) -> SavingsRate {
    SavingsRate(
      instrument: instrument, rate: 15.64, currency: "USD", months: 12,
      priceYear: "not stated; about 2018",
      population: "members of Humana Medicare Advantage plans in the USA, aged 65 and over",
      source: "Humana, 2019 Bold Goal progress report, as quoted by Home Health Care News,"
        + " April 2019; the report itself was not read",
      caveats: [
        "the rate is an association between unhealthy days and cost, not what a change saves",
        "it comes from an insurer's progress report that was not peer reviewed",
        "the change is taken to last for all the months counted",
        "no cost of the program is taken off",
        "there is no comparison group: people who join when they feel worst often feel better later",
      ])
  }

  /// Reads the `savings` object of `program.json`.
  init?(reading reader: inout JSONObjectReader) {
    let name = reader.string("instrument")
    rate = reader.number("rate")
    currency = reader.string("currency")
    months = reader.number("months")
    priceYear = reader.string("price_year")
    population = reader.string("population")
    source = reader.string("source")
    caveats = reader.strings("caveats")
    if rate < 0 { reader.report("a rate is not negative", at: "rate") }
    if months <= 0 { reader.report("expected more than 0 months", at: "months") }
    guard let id = InstrumentID(rawValue: name) else {
      if !name.isEmpty { reader.report("“\(name)” is not an instrument id", at: "instrument") }
      return nil
    }
    instrument = id
  }

  /// The `savings` object of `program.json`.
  var json: JSONValue {
    .object([
      "instrument": .string(instrument.rawValue),
      "rate": .number(rate),
      "currency": .string(currency),
      "months": .number(months),
      "price_year": .string(priceYear),
      "population": .string(population),
      "source": .string(source),
      "caveats": .array(caveats.map(JSONValue.string)),
    ])
  }
}
