import Instruments
import Text

extension Valuation {
  /// Reads an element of the array `valuations` of `program.json`.
  init?(reading reader: inout JSONObjectReader) {
    name = reader.string("name")
    let instrumentName = reader.string("instrument")
    let timepointName = reader.optionalString("timepoint")
    let unit = reader.choice("per", Unit.self)
    rate = reader.number("rate")
    currency = reader.string("currency")
    priceYear = reader.string("price_year")
    persistenceYears = reader.number("persistence_years")
    discountPercent = DiscountRate.read(&reader)
    population = reader.string("population")
    source = reader.string("source")
    caveats = reader.strings("caveats")
    if reader.value("per") == nil { reader.report("“per” is missing: write “point”", at: "per") }
    if rate < 0 { reader.report("a rate cannot be negative", at: "rate") }
    if reader.value("persistence_years") != nil, persistenceYears <= 0 {
      reader.report("expected more than 0 years", at: "persistence_years")
    }
    timepoint = timepointName.flatMap(TimepointID.init(rawValue:))
    if let timepointName, timepoint == nil {
      reader.report("“\(timepointName)”: \(TimepointID.rule)", at: "timepoint")
    }
    let id = InstrumentID(rawValue: instrumentName)
    if id == nil, !instrumentName.isEmpty {
      reader.report(InstrumentID.notValid(instrumentName), at: "instrument")
    }
    guard let id, let unit else { return nil }
    instrument = id
    self.unit = unit
  }

  /// The valuation as an element of the array `valuations` of `program.json`.
  package var json: JSONValue {
    .object(
      [
        JSONMember("name", .string(name)), JSONMember("instrument", .string(instrument.rawValue)),
      ] + (timepoint.map { [JSONMember("timepoint", .string($0.rawValue))] } ?? []) + [
        JSONMember("per", .string(unit.rawValue)), JSONMember("rate", .number(rate)),
        JSONMember("currency", .string(currency)), JSONMember("price_year", .string(priceYear)),
        JSONMember("persistence_years", .number(persistenceYears)),
      ] + (discountPercent.map { [JSONMember("discount_percent", .number($0))] } ?? []) + [
        JSONMember("population", .string(population)), JSONMember("source", .string(source)),
        JSONMember("caveats", .array(caveats.map(JSONValue.string))),
      ])
  }

  /// Returns every problem that valuations have with each other and with the program's instruments
  /// and timepoints.
  static func problems(
    with valuations: [Valuation], instruments: [InstrumentID], timepoints: [Timepoint]
  ) -> [String] {
    var problems: [String] = []
    for (number, valuation) in valuations.enumerated() {
      if valuations[..<number].contains(where: { $0.name == valuation.name }) {
        problems.append("“\(valuation.name)” is listed twice")
      }
      if !instruments.contains(valuation.instrument) {
        problems.append(
          "“\(valuation.name)” is for \(valuation.instrument), which this program does not use:"
            + " add it to `instruments`")
      }
      if let timepoint = valuation.timepoint,
        !timepoints.dropFirst().contains(where: { $0.id == timepoint })
      {
        problems.append(
          "“\(valuation.name)” is for \(timepoint), which is not a follow-up timepoint")
      }
    }
    return problems
  }
}
