import Analysis

/// The table of an estimate for people: those scored at both times, and everybody scored at baseline.
enum SavingsTableau {
  static func table(of estimate: SavingsEstimate) -> Table {
    Table(
      caption: "Per year, in \(estimate.rate.currency)",
      columns: [
        Column("who", .leading), Column("participants"), Column("days avoided"),
        Column("each"), Column("95 % CI", key: "ci95", holdsIntervals: true), Column("together"),
      ],
      rows: [
        row("scored at both", estimate.pairs, estimate.rate.currency),
        row("both, or lost", estimate.lostUnchanged, estimate.rate.currency),
      ])
  }

  private static func row(
    _ who: String, _ amount: SavingsEstimate.Amount, _ currency: String
  ) -> [Cell] {
    let undefined = "one participant, or all of them changed alike"
    let money = { (value: Double) in Cell.money(value, currency: currency, decimals: 0) }
    return [
      .text(who), .integer(amount.participants),
      .optional(amount.daysAvoided, else: undefined) { .decimal($0, decimals: 2) },
      .optional(amount.perParticipant, else: undefined, as: money),
      .optional(amount.perParticipantInterval, else: undefined) { .interval($0, decimals: 0) },
      .optional(amount.total, else: undefined, as: money),
    ]
  }
}
