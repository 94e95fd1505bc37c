import Instruments
import Text

/// The assumed value of one point of change on an instrument, with everything a reader needs to
/// judge it; for example a year with one more point of life satisfaction, or a program's own cost
/// per point.
package struct Valuation: Sendable, Equatable {
  /// The unit that the rate is paid for.
  package enum Unit: String, CaseIterable, Sendable {
    /// A point of improvement on the instrument, for one person and one year.
    case point
  }

  /// The name, such as WELLBY.
  package let name: String
  package let instrument: InstrumentID
  /// The follow-up timepoint; nil for the last one.
  package let timepoint: TimepointID?
  package let unit: Unit
  /// Money per unit, 0 or more.
  package let rate: Double
  /// The currency as an ISO 4217 code.
  package let currency: String
  /// The year of the prices, in words if it is not stated.
  package let priceYear: String
  /// The number of years that the change is assumed to last, more than 0.
  package let persistenceYears: Double
  /// The discount rate in percent per year, 0 or more; nil for the usual one.
  package let discountPercent: Double?
  /// The population that the rate is for.
  package let population: String
  /// The source of the rate, and whether the original was read.
  package let source: String
  /// What a reader must know before quoting an estimate.
  package let caveats: [String]

  package init(
    name: String, instrument: InstrumentID, timepoint: TimepointID? = nil, unit: Unit = .point,
    rate: Double, currency: String, priceYear: String, persistenceYears: Double,
    discountPercent: Double? = nil, population: String, source: String, caveats: [String]
  ) {
    self.name = name
    self.instrument = instrument
    self.timepoint = timepoint
    self.unit = unit
    self.rate = rate
    self.currency = currency
    self.priceYear = priceYear
    self.persistenceYears = persistenceYears
    self.discountPercent = discountPercent
    self.population = population
    self.source = source
    self.caveats = caveats
  }

  /// The discount rate that applies, in percent per year; nil if no more than a year is valued.
  package var appliedDiscount: Double? {
    persistenceYears > 1 ? discountPercent ?? DiscountRate.usual : nil
  }

  /// One point of life satisfaction, 0 to 10, for one person and one year: GBP 13,000 in 2019
  /// prices, counted for the 90 days that a program observes.
  ///
  /// Source: HM Treasury 2021, Wellbeing guidance for appraisal: supplementary Green Book guidance,
  /// as quoted by Simetrica-Jacobs and the What Works Centre for Wellbeing; the guidance was not
  /// read.
  /// - Parameter instrument: the program's question on life satisfaction, from 0 to 10.
  package static func wellby2021(instrument: InstrumentID) -> Valuation {
    Valuation(
      name: "WELLBY", instrument: instrument, rate: 13_000, currency: "GBP", priceYear: "2019",
      persistenceYears: 0.25, population: "people in the United Kingdom",
      source: "HM Treasury 2021, supplementary Green Book guidance on wellbeing, as quoted by"
        + " Simetrica-Jacobs and What Works Wellbeing; the guidance itself was not read",
      caveats: [
        "the value is meant for change that a program made: without a comparison group it is an"
          + " upper bound",
        "the change is taken to last for 90 days, a quarter of a year, and no longer",
        "it needs the question on life satisfaction, and is not to be derived from other"
          + " questionnaires",
      ])
  }
}
