import Documents
import Analysis

/// Estimates as rows of CSV: for the whole cohort and for each group, one row for the participants
/// scored at both times, one that also counts those lost to follow-up as unchanged, and one for all
/// enrolled.
enum SavingsRows {
  /// Three rows for each estimate; none without estimates.
  static func table(of estimates: [SavingsEstimate], _ disclosure: Disclosure) -> Table {
    Table(
      columns: columns,
      rows: estimates.map { $0.disclosed(disclosure) }.flatMap { estimate in
        let ofPairs = estimate.rowOfPairs(disclosure)
        let ofLost = estimate.rowOfLostUnchanged(disclosure)
        return [
          row(
            "scored_at_both", ofPairs.people(.pairs, estimate.pairs.participants), estimate.pairs,
            of: estimate, ofPairs, estimate.balance),
          row(
            "lost_taken_as_unchanged",
            ofLost.people(.pairsAndLost, estimate.lostUnchanged.participants),
            estimate.lostUnchanged, of: estimate, ofLost, estimate.balanceLostUnchanged),
          row(
            "everyone_enrolled",
            estimate.rowOfEnrolled(disclosure).people(.enrolled, estimate.enrolled),
            estimate.everyoneEnrolled, of: estimate, ofPairs, estimate.balance),
        ]
      })
  }

  private static let columns =
    GroupFields.both.map(\.column) + [Column("who", .leading)]
    + SavingsFields.place.map(\.column) + [Column("participants")]
    + SavingsFields.days.map(\.column) + SavingsFields.rate.map(\.column)
    + SavingsFields.money.map(\.column)
    + costColumns + SavingsBalanceFields.balance.map(\.column)
    + SavingsFields.origin.map(\.column)
    + [
      Column("rate_low", numbers: ["rate_range.low"]),
      Column("rate_high", numbers: ["rate_range.high"]), Column("rate_range_source", .leading),
    ]
    + [Column("caveats", .leading)]

  /// The cost per participant is `program_cost` here.
  private static let costColumns = [
    Column("program_cost", numbers: ["program_cost.per_participant"]),
    Column("cost_charged_for", .leading), Column("participants_charged"),
    Column("total_cost", numbers: ["program_cost.total"]),
  ]

  private static func row(
    _ who: String, _ people: Cell, _ amount: ValuedChange, of estimate: SavingsEstimate,
    _ row: DisclosedRow, _ balance: SavingsBalance?
  ) -> [Cell] {
    GroupFields.both.cells(of: estimate.group) + [.text(who)]
      + SavingsFields.place.cells(of: estimate, row)
      + [people] + SavingsFields.days.cells(of: amount, row)
      + SavingsFields.rate.cells(of: estimate, row) + SavingsFields.money.cells(of: amount, row)
      + SavingsBalanceFields.cost.cells(of: balance, row)
      + SavingsBalanceFields.balance.cells(of: balance, row)
      + SavingsFields.origin.cells(of: estimate, row)
      + SavingsFields.range.cells(of: estimate.rate.range, row)
      + [.text(SavingsCaveats.list(for: estimate).joined(separator: "; "))]
  }
}
