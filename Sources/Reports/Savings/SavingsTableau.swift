import Analysis

/// The table of an estimate for people: those scored at both times, and everybody scored at baseline.
enum SavingsTableau {
  static func table(of estimate: SavingsEstimate, _ disclosure: Disclosure) -> Table {
    Table(
      caption: "Per year, in \(estimate.rate.currency)",
      columns: [
        Column("who", .leading), Column("participants"), Column("days avoided"),
        Column("each"), Column("95 % CI", key: "ci95", holdsIntervals: true), Column("together"),
      ],
      rows: [
        cells(
          "scored at both", estimate.pairs, .pairs, estimate.rate.currency,
          estimate.rowOfPairs(disclosure)),
        cells(
          "both, or lost", estimate.lostUnchanged, .pairsAndLost, estimate.rate.currency,
          estimate.rowOfLostUnchanged(disclosure)),
      ])
  }

  /// Why a number of a row is not there.
  static let undefined = "one participant, or all of them changed alike"

  private static func cells(
    _ who: String, _ amount: ValuedChange, _ people: CountName, _ currency: String,
    _ row: DisclosedRow
  ) -> [Cell] {
    let money = { (value: Double) in Cell.money(value, currency: currency, decimals: 0) }
    return [
      .text(who), row.people(people, amount.participants),
      row.statistic(.optional(amount.improvement, else: undefined) { .decimal($0, decimals: 2) }),
      row.statistic(.optional(amount.perParticipant, else: undefined, as: money)),
      row.statistic(
        .optional(amount.perParticipantInterval, else: undefined) { .interval($0, decimals: 0) }),
      row.cell(.optional(amount.total, else: undefined, as: money), .revealing),
    ]
  }
}
