import Analysis

/// The numbers of an estimate by the keys that programs know them by, in their order.
enum SavingsFields {
  static let place: [Field<SavingsEstimate>] = [
    .text("instrument") { $0.rate.instrument.rawValue },
    .text("timepoint") { $0.timepoint.id.rawValue },
  ]

  static let rate: [Field<SavingsEstimate>] = [
    .number("rate") { $0.rate.rate },
    .text("currency", \.rate.currency),
    .number("months") { $0.rate.months },
  ]

  static let origin: [Field<SavingsEstimate>] = [
    .text("source", \.rate.source),
    .text("price_year", \.rate.priceYear),
    .text("population", \.rate.population),
  ]

  static let days: [Field<SavingsEstimate.Amount>] = [
    .number("unhealthy_days_avoided_per_month", \.daysAvoided)
  ]

  static let money: [Field<SavingsEstimate.Amount>] = [
    .number("per_participant_per_year", \.perParticipant),
    .interval("per_participant_per_year_ci95", \.perParticipantInterval),
    .number("cohort_per_year", \.total),
  ]
}
