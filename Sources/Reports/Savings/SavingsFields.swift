import Analysis
import Records

/// The numbers of an estimate under their CSV and JSON keys, in output order.
enum SavingsFields {
  static let place: [Field<SavingsEstimate>] = [
    .text("instrument") { $0.rate.instrument.rawValue },
    .text("timepoint") { $0.timepoint.id.rawValue },
  ]

  static let rate: [Field<SavingsEstimate>] = [
    .number("rate", tells: .none) { $0.rate.rate },
    .text("currency", \.rate.currency),
    .number("months", tells: .none) { $0.rate.months },
    .number("discount_percent", tells: .none, \.rate.appliedDiscount),
    .number("discounted_months", tells: .none, \.discountedMonths),
  ]

  static let origin: [Field<SavingsEstimate>] = [
    .text("source", \.rate.source),
    .text("price_year", \.rate.priceYear),
    .text("population", \.rate.population),
  ]

  static let range: [Field<SavingsRate.Range>] = [
    .number("low", tells: .none, \.low),
    .number("high", tells: .none, \.high),
    .text("source", \.source),
  ]

  static let pairs: [Field<ValuedChange>] = [.people("pairs", .pairs) { $0.participants }]

  static let pairsAndLost: [Field<ValuedChange>] = [
    .people("participants", .pairsAndLost) { $0.participants }
  ]

  static let enrolled: [Field<ValuedChange>] = [
    .people("participants", .enrolled) { $0.participants }
  ]

  static let lost: [Field<SavingsEstimate>] = [.people("lost", .lost) { $0.lost }]

  static let days: [Field<ValuedChange>] = [
    .number("unhealthy_days_avoided_per_month", \.improvement)
  ]

  static let money: [Field<ValuedChange>] = [
    .number("per_participant_per_year", \.perParticipant),
    .interval("per_participant_per_year_ci95", \.perParticipantInterval),
    .number("cohort_per_year", \.total),
    .interval("cohort_per_year_ci95", \.totalInterval),
  ]
}
