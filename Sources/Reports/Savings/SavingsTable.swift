import Documents
import Analysis

/// The table of an estimate: for participants scored at both times, then including those lost to
/// follow-up, then for all enrolled. Participants without both scores count as unchanged.
enum SavingsTable {
  static func table(of estimate: SavingsEstimate, _ disclosure: Disclosure) -> Table {
    let ofPairs = estimate.rowOfPairs(disclosure)
    let ofLost = estimate.rowOfLostUnchanged(disclosure)
    let currency = estimate.rate.currency
    return Table(
      caption: caption("\(estimate.rate.period), in \(currency)", of: estimate.group),
      columns: [
        Column("who", .leading), Column("participants"),
        Column("fewer days", key: "unhealthy_days_avoided_per_month"),
        Column("each", key: "per_participant_per_year"),
        Column("95 % CI", key: "per_participant_per_year_ci95", holdsIntervals: true),
        Column("total", key: "cohort_per_year"),
      ],
      rows: [
        cells(
          "scored at both times", ofPairs.people(.pairs, estimate.pairs.participants),
          estimate.pairs,
          currency, ofPairs),
        cells(
          "including those lost", ofLost.people(.pairsAndLost, estimate.lostUnchanged.participants),
          estimate.lostUnchanged, currency, ofLost),
        cells(
          "all enrolled",
          estimate.rowOfEnrolled(disclosure).people(.enrolled, estimate.enrolled),
          estimate.everyoneEnrolled, currency, ofPairs),
      ])
  }

  /// The caption of a table, with the group before it; capitalized for the whole cohort.
  static func caption(_ text: String, of group: CohortSelection.AttributeValue?) -> String {
    group.map { "\($0.title): \(text)" } ?? text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The note on how the rows differ.
  static let note =
    "Each row counts its participants who are not scored at both times as unchanged: the estimated"
    + " total saving is the same, shared by more people. Fewer days: unhealthy days in 30,"
    + " baseline − follow-up. The interval for all enrolled is that of the first row, divided"
    + " among them."

  /// The reason why a number of a row is missing.
  static func undefined(_ amount: ValuedChange) -> String {
    amount.improvement == nil
      ? "no participant is scored at both times" : "only one participant, or all changes are equal"
  }

  private static func cells(
    _ who: String, _ people: Cell, _ amount: ValuedChange, _ currency: String, _ row: DisclosedRow
  ) -> [Cell] {
    let undefined = Self.undefined(amount)
    let money = { (value: Double) in Cell.money(value, currency: currency, decimals: 0) }
    return [
      .text(who), people,
      row.statistic(.optional(amount.improvement, else: undefined) { .decimal($0, decimals: 2) }),
      row.statistic(.optional(amount.perParticipant, else: undefined, as: money)),
      row.statistic(
        .optional(amount.perParticipantInterval, else: undefined) { .interval($0, decimals: 0) }),
      row.statistic(.optional(amount.total, else: undefined, as: money)),
    ]
  }
}
