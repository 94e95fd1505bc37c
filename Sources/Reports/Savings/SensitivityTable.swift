import Documents
import Analysis

/// The dependence of an estimate on each value that went into it: one row for each changed value.
enum SensitivityTable {
  static let fields: [Field<SavingsScenario>] = [
    .text("changed") { $0.assumption.key },
    .number("value", tells: .none) { $0.assumption.value },
    .number("per_participant_per_year", \.saving.perParticipant),
    .interval("per_participant_per_year_ci95", \.saving.perParticipantInterval),
    .number("net_cohort_per_year") { $0.balance?.net },
    .number("net_per_participant_per_year") { $0.balance?.netPerParticipant },
    .interval("net_per_participant_per_year_ci95") { $0.balance?.netPerParticipantInterval },
  ]

  /// The table; empty where the statistics of the pairs are hidden.
  /// - Parameter estimate: the estimate with coarse numbers where required.
  static func blocks(of estimate: SavingsEstimate, _ disclosure: Disclosure) -> [Block] {
    guard estimate.rowOfPairs(disclosure).showsStatistics else { return [] }
    let currency = estimate.rate.currency
    let net =
      estimate.cost.map {
        [Column("net per \($0.basis.rawValue)", key: "net_per_participant_per_year")]
      } ?? []
    return [
      .table(
        Table(
          caption: "One value changed at a time: per participant \(estimate.rate.period), in"
            + " \(currency)",
          columns: [
            Column("changed", .leading), Column("each", key: "per_participant_per_year"),
            Column("95 % CI", key: "per_participant_per_year_ci95", holdsIntervals: true),
          ] + net,
          rows: estimate.sensitivity.map { scenario in
            Array(
              cells(of: scenario, currency, estimate.row(of: scenario, disclosure))
                .prefix(3 + net.count))
          }))
    ]
  }

  private static func cells(
    of scenario: SavingsScenario, _ currency: String, _ row: DisclosedRow
  ) -> [Cell] {
    let money = { (value: Double) in Cell.money(value, currency: currency, decimals: 0) }
    let undefined = SavingsTable.undefined(scenario.saving)
    return [
      .text(scenario.assumption.words(currency)),
      row.statistic(.optional(scenario.saving.perParticipant, else: undefined, as: money)),
      row.statistic(
        .optional(scenario.saving.perParticipantInterval, else: undefined) {
          .interval($0, decimals: 0)
        }),
      row.statistic(.optional(scenario.balance?.netPerParticipant, else: undefined, as: money)),
    ]
  }
}

extension SavingsEstimate {
  /// The row of the participants that a scenario counts.
  func row(of scenario: SavingsScenario, _ disclosure: Disclosure) -> DisclosedRow {
    scenario.assumption == .lostUnchanged ? rowOfLostUnchanged(disclosure) : rowOfPairs(disclosure)
  }
}

extension SavingsScenario.Assumption {
  /// The key in CSV and JSON.
  var key: String {
    switch self {
    case .asSet: "nothing"
    case .lowRate: "rate_low"
    case .highRate: "rate_high"
    case .rate: "rate"
    case .months: "months"
    case .undiscounted: "discount_percent"
    case .shareDueToProgram: "percent_due_to_program"
    case .lostUnchanged: "lost_taken_as_unchanged"
    }
  }

  fileprivate var value: Double? {
    switch self {
    case .asSet, .lostUnchanged: nil
    case .undiscounted: 0
    case .rate(let value, _), .lowRate(let value), .highRate(let value), .months(let value),
      .shareDueToProgram(let value):
      value
    }
  }

  fileprivate func words(_ currency: String) -> String {
    let price = { (rate: Double) in
      ReadableNumber.money(rate, currency: currency, decimals: 2)
    }
    return switch self {
    case .asSet: "nothing; 100 % of the change due to the program"
    case .lowRate(let rate): "rate at the low end of its range: \(price(rate))"
    case .highRate(let rate): "rate at the high end of its range: \(price(rate))"
    case .rate(let rate, let percent):
      "rate \(ReadableNumber.percent(percent, decimals: 0)): \(price(rate))"
    case .months(let months):
      "the change lasts \(ReadableNumber.decimal(months, decimals: 0)) months"
    case .undiscounted: "no discounting"
    case .shareDueToProgram(let percent):
      "\(ReadableNumber.share(percent, decimals: 0)) of the change due to the program"
    case .lostUnchanged: "those lost to follow-up counted as unchanged"
    }
  }
}
