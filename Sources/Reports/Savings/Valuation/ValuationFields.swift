import Documents
import Analysis
import Text

/// The numbers of a valuation under their CSV and JSON keys, in output order.
enum ValuationFields {
  /// The list `valuations` of `outcomes savings --format json`.
  static func json(of estimates: [ValuationEstimate], _ disclosure: Disclosure) -> JSONValue {
    .array(estimates.map { json(of: $0.disclosed(disclosure), disclosure) })
  }

  private static func json(
    of estimate: ValuationEstimate, _ disclosure: Disclosure
  ) -> JSONValue {
    let ofLost = estimate.rowOfLostUnchanged(disclosure)
    var lost = DisclosedObject()
    lost.add(SavingsFields.pairsAndLost, of: estimate.lostUnchanged, ofLost)
    lost.add(self.lost, of: estimate, ofLost)
    lost.add(money, of: estimate.lostUnchanged, ofLost)
    let ofPairs = estimate.rowOfPairs(disclosure)
    var object = DisclosedObject()
    object.add(place, of: estimate, ofPairs)
    object.add(SavingsFields.pairs, of: estimate.pairs, ofPairs)
    object.add(improvement, of: estimate.pairs, ofPairs)
    object.add(rate, of: estimate, ofPairs)
    object.add(worth, of: estimate.pairs, ofPairs)
    object.add(origin, of: estimate, ofPairs)
    object.add("caveats", .array(estimate.valuation.caveats.map(JSONValue.string)))
    object.add("lost_taken_as_unchanged", lost.json)
    return object.json
  }

  private static let place: [Field<ValuationEstimate>] = [
    .text("name", \.valuation.name),
    .text("instrument") { $0.instrument.id.rawValue },
    .text("timepoint") { $0.timepoint.id.rawValue },
  ]

  private static let improvement: [Field<ValuedChange>] = [
    .number("improvement", \.improvement),
    .interval("improvement_ci95", \.improvementInterval),
  ]

  private static let rate: [Field<ValuationEstimate>] = [
    .text("per") { $0.valuation.unit.rawValue },
    .number("rate", tells: .none) { $0.valuation.rate },
    .text("currency", \.valuation.currency),
    .number("persistence_years", tells: .none) { $0.valuation.persistenceYears },
    .number("discount_percent", tells: .none, \.valuation.appliedDiscount),
    .number("discounted_years", tells: .none, \.discountedYears),
  ]

  private static let worth: [Field<ValuedChange>] = [
    .number("per_participant", \.perParticipant),
    .interval("per_participant_ci95", \.perParticipantInterval),
  ]

  private static let money = improvement + worth

  private static let lost: [Field<ValuationEstimate>] = [.people("lost", .lost, \.lost)]

  private static let origin: [Field<ValuationEstimate>] = [
    .text("source", \.valuation.source),
    .text("price_year", \.valuation.priceYear),
    .text("population", \.valuation.population),
  ]
}
