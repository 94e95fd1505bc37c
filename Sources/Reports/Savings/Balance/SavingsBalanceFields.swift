import Analysis

/// The numbers of a saving and the program's cost under their CSV and JSON keys, in output order.
enum SavingsBalanceFields {
  /// The cost as entered, and the numbers that follow from it.
  static let cost: [Field<SavingsBalance>] = [
    .number("per_participant", tells: .none, \.cost.perParticipant),
    .text("charged_for") { $0.cost.basis.rawValue },
    .count("participants_charged", \.charged),
    .number("total", \.totalCost),
  ]

  static let balance: [Field<SavingsBalance>] = [
    .number("net_cohort_per_year", \.net),
    .interval("net_cohort_per_year_ci95", \.netInterval),
    .number("net_per_participant_per_year", \.netPerParticipant),
    .interval("net_per_participant_per_year_ci95", \.netPerParticipantInterval),
    .number("return", tells: .statistic(decimals: 2), \.returned),
    .interval("return_ci95", \.returnedInterval),
    .number("break_even_cost_per_participant", \.breakEvenCost),
    .interval("break_even_cost_per_participant_ci95", \.breakEvenCostInterval),
    .number("break_even_unhealthy_days_per_month", \.breakEvenDays),
    .percent("break_even_percent_of_baseline", \.breakEvenPercent),
  ]

  /// The keys of the estimates, and of their intervals.
  static let (estimates, intervals) = (
    balance.map(\.column).filter { !$0.holdsIntervals }.map(\.key),
    balance.map(\.column).filter(\.holdsIntervals).map(\.key)
  )
}
