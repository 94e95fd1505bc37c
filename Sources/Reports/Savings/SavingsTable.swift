import Documents
import Analysis

/// The table of an estimate for people: those scored at both times, with those lost to follow-up,
/// and everyone enrolled, each taken as unchanged where there is no second score.
enum SavingsTable {
  static func table(of estimate: SavingsEstimate, _ disclosure: Disclosure) -> Table {
    let ofPairs = estimate.rowOfPairs(disclosure)
    let ofLost = estimate.rowOfLostUnchanged(disclosure)
    let currency = estimate.rate.currency
    return Table(
      caption: caption("\(estimate.rate.period), in \(currency)", of: estimate.group),
      columns: [
        Column("who", .leading), Column("participants"), Column("fewer days"),
        Column("each"), Column("95 % CI", key: "ci95", holdsIntervals: true), Column("together"),
      ],
      rows: [
        cells(
          "scored at both", ofPairs.people(.pairs, estimate.pairs.participants), estimate.pairs,
          currency, ofPairs),
        cells(
          "with those lost", ofLost.people(.pairsAndLost, estimate.lostUnchanged.participants),
          estimate.lostUnchanged, currency, ofLost),
        cells(
          "everyone enrolled",
          estimate.rowOfEnrolled(disclosure).people(.enrolled, estimate.enrolled),
          estimate.everyoneEnrolled, currency, ofPairs),
      ])
  }

  /// A caption that says which group the table is of; of everybody it begins with a capital letter.
  static func caption(_ text: String, of group: CohortSelection.AttributeValue?) -> String {
    group.map { "\($0.title): \(text)" } ?? text.prefix(1).uppercased() + text.dropFirst()
  }

  /// How the rows differ.
  static let note =
    "Each row counts those in it who are not scored at both as unchanged: the estimated saving together"
    + " is the same, shared by more people. Fewer days: unhealthy days in 30, baseline − follow-up. The"
    + " interval for everyone enrolled is the first one, divided among them."

  /// Why a number of a row is not there.
  static func undefined(_ amount: ValuedChange) -> String {
    amount.improvement == nil
      ? "nobody is scored at both" : "one participant, or all of them changed alike"
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
