import Analysis
import Text

/// The numbers of a valuation by the keys that programs know them by, in their order.
enum ValuationFields {
  /// The list `valuations` of `outcomes savings --format json`.
  static func json(of estimates: [ValuationEstimate], _ disclosure: Disclosure) -> JSONValue {
    .array(
      estimates.map { estimate in
        var object = DisclosedObject()
        object.add(all, of: estimate.disclosed(disclosure), estimate.rowOfPairs(disclosure))
        object.add("caveats", .array(estimate.valuation.caveats.map(JSONValue.string)))
        return object.json
      })
  }

  private static let all: [Field<ValuationEstimate>] = [
    .text("name", \.valuation.name),
    .text("instrument") { $0.instrument.id.rawValue },
    .text("timepoint") { $0.timepoint.id.rawValue },
    .people("pairs", .pairs) { $0.pairs.participants },
    .number("improvement", \.pairs.improvement),
    .interval("improvement_ci95", \.pairs.improvementInterval),
    .text("per") { $0.valuation.unit.rawValue },
    .number("rate", tells: .none) { $0.valuation.rate },
    .text("currency", \.valuation.currency),
    .number("persistence_years", tells: .none) { $0.valuation.persistenceYears },
    .number("per_participant", \.pairs.perParticipant),
    .interval("per_participant_ci95", \.pairs.perParticipantInterval),
    .text("source", \.valuation.source),
    .text("price_year", \.valuation.priceYear),
    .text("population", \.valuation.population),
  ]
}

extension ValuationEstimate {
  /// What may be said of those scored at both times.
  func rowOfPairs(_ disclosure: Disclosure) -> DisclosedRow {
    DisclosedRow(
      disclosure, CensusPlace(instrument: instrument.id, timepoint: timepoint.id), basis: .pairs)
  }

  /// The estimate as it may be computed with, as that of savings.
  func disclosed(_ disclosure: Disclosure) -> ValuationEstimate {
    disclosure.policy?.roundTo == nil ? self : coarse
  }
}
