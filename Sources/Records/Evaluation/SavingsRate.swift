import Instruments
import Text

/// The assumed value of one unhealthy day avoided, with everything a reader needs to judge it.
package struct SavingsRate: Sendable, Equatable {
  /// The lowest and the highest plausible rate.
  package struct Range: Sendable, Equatable {
    /// Money per unhealthy day, per participant and month; 0 or more.
    package let low: Double
    /// The highest rate, in the same units; at least `low`.
    package let high: Double
    /// The source of the range, and its kind: a confidence interval, or other published rates.
    package let source: String

    package init(low: Double, high: Double, source: String) {
      self.low = low
      self.high = high
      self.source = source
    }
  }

  /// The instrument whose score is the number of unhealthy days in 30.
  package let instrument: InstrumentID
  /// Money per unhealthy day, per participant and month.
  package let rate: Double
  /// The uncertainty of the rate; nil if unknown.
  package let range: Range?
  /// The currency as an ISO 4217 code.
  package let currency: String
  /// The number of months that the change is assumed to last.
  package let months: Double
  /// The discount rate in percent per year, 0 or more; nil for the usual one.
  package let discountPercent: Double?
  /// The year of the prices, in words if it is not stated.
  package let priceYear: String
  /// The population whose costs the rate is from.
  package let population: String
  /// The source of the rate, and whether the original was read.
  package let source: String
  /// What a reader must know before quoting an estimate.
  package let caveats: [String]

  package init(
    instrument: InstrumentID, rate: Double, range: Range? = nil, currency: String, months: Double,
    discountPercent: Double? = nil, priceYear: String, population: String, source: String,
    caveats: [String]
  ) {
    self.instrument = instrument
    self.rate = rate
    self.range = range
    self.currency = currency
    self.months = months
    self.discountPercent = discountPercent
    self.priceYear = priceYear
    self.population = population
    self.source = source
    self.caveats = caveats
  }

  /// The rate of a new program: US$15.64 per unhealthy day, member and month.
  ///
  /// Source: Humana, 2019 Bold Goal progress report, as quoted by Home Health Care News (April
  /// 2019); the report itself was not read.
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
        "there is no comparison group: people who join when they feel worst often feel better"
          + " later",
      ])
  }

  /// The discount rate that applies, in percent per year; nil if no more than a year is valued.
  package var appliedDiscount: Double? {
    months > 12 ? discountPercent ?? DiscountRate.usual : nil
  }

  /// The caveats that do not depend on whether the cost of the program is deducted. Earlier
  /// versions wrote a caveat about that into the settings of new programs; it is left out here.
  package var caveatsBesideCost: [String] {
    caveats.filter { $0 != "no cost of the program is taken off" }
  }

  /// Reads the `savings` object of `program.json`.
  init?(reading reader: inout JSONObjectReader) {
    let name = reader.string("instrument")
    rate = reader.number("rate")
    range = reader.object("rate_range") { Range(reading: &$0) }
    currency = reader.string("currency")
    months = reader.number("months")
    discountPercent = DiscountRate.read(&reader)
    priceYear = reader.string("price_year")
    population = reader.string("population")
    source = reader.string("source")
    caveats = reader.strings("caveats")
    if rate < 0 { reader.report("a rate cannot be negative", at: "rate") }
    if let range, !(range.low...max(range.low, range.high)).contains(rate) {
      reader.report(
        "the range does not include the rate itself, \(NumberText.shortest(rate))", at: "rate_range"
      )
    }
    if months <= 0 { reader.report("expected more than 0 months", at: "months") }
    guard let id = InstrumentID(rawValue: name) else {
      if !name.isEmpty { reader.report(InstrumentID.notValid(name), at: "instrument") }
      return nil
    }
    instrument = id
  }

  /// The `savings` object of `program.json`.
  var json: JSONValue {
    .object(
      [
        JSONMember("instrument", .string(instrument.rawValue)), JSONMember("rate", .number(rate)),
      ] + (range.map { [JSONMember("rate_range", $0.json)] } ?? []) + [
        JSONMember("currency", .string(currency)), JSONMember("months", .number(months)),
      ] + (discountPercent.map { [JSONMember("discount_percent", .number($0))] } ?? []) + [
        JSONMember("price_year", .string(priceYear)),
        JSONMember("population", .string(population)), JSONMember("source", .string(source)),
        JSONMember("caveats", .array(caveats.map(JSONValue.string))),
      ])
  }
}

extension SavingsRate.Range {
  /// Reads the object `rate_range`.
  fileprivate init(reading reader: inout JSONObjectReader) {
    low = reader.number("low")
    high = reader.number("high")
    source = reader.string("source")
    if low < 0 { reader.report("a rate cannot be negative", at: "low") }
    if high < low { reader.report("the high end is below the low end", at: "high") }
  }

  /// The object `rate_range`.
  fileprivate var json: JSONValue {
    .object(["low": .number(low), "high": .number(high), "source": .string(source)])
  }
}
