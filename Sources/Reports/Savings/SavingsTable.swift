import Analysis

/// An estimate as two rows: those scored at both times, and everybody scored at baseline with the lost
/// taken as unchanged.
enum SavingsTable {
  /// No row where there is no estimate.
  static func table(of estimate: SavingsEstimate?, _ disclosure: Disclosure) -> Table {
    let rows = estimate.map { $0.disclosed(disclosure) }.map { estimate in
      [
        row(
          "scored_at_both", estimate.pairs, of: estimate, .pairs, estimate.rowOfPairs(disclosure)),
        row(
          "lost_taken_as_unchanged", estimate.lostUnchanged, of: estimate, .pairsAndLost,
          estimate.rowOfLostUnchanged(disclosure)),
      ]
    }
    return Table(columns: columns, rows: rows ?? [])
  }

  private static let columns =
    [Column("who", .leading)] + SavingsFields.place.map(\.column) + [Column("participants")]
    + SavingsFields.days.map(\.column) + SavingsFields.rate.map(\.column)
    + SavingsFields.money.map(\.column)
    + [Column("program_cost"), Column("net_per_participant_per_year")]
    + SavingsFields.origin.map(\.column)
    + [Column("caveats", .leading)]

  private static func row(
    _ who: String, _ amount: ValuedChange, of estimate: SavingsEstimate,
    _ people: CountName, _ row: DisclosedRow
  ) -> [Cell] {
    [.text(who)] + SavingsFields.place.cells(of: estimate, row)
      + [row.people(people, amount.participants)] + SavingsFields.days.cells(of: amount, row)
      + SavingsFields.rate.cells(of: estimate, row) + SavingsFields.money.cells(of: amount, row)
      + [
        number(estimate.programCost), row.statistic(number(estimate.net(of: amount))),
      ]
      + SavingsFields.origin.cells(of: estimate, row)
      + [.text(estimate.rate.caveats.joined(separator: "; "))]
  }

  private static func number(_ value: Double?) -> Cell {
    value.map { .decimal($0, decimals: 2) } ?? .blank
  }
}
