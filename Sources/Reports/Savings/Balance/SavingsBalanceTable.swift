import Documents
import Analysis
import Statistics

/// The table of a saving and the program's cost.
struct SavingsBalanceTable {
  private let estimate: SavingsEstimate
  private let balance: SavingsBalance
  private let withLost: SavingsBalance
  private let ofPairs: DisclosedRow
  private let ofLost: DisclosedRow

  /// Nil without a cost, and where the statistics of the pairs are hidden.
  /// - Parameter estimate: the estimate with coarse numbers where required.
  init?(_ estimate: SavingsEstimate, _ disclosure: Disclosure) {
    ofPairs = estimate.rowOfPairs(disclosure)
    ofLost = estimate.rowOfLostUnchanged(disclosure)
    guard let balance = estimate.balance, let withLost = estimate.balanceLostUnchanged,
      balance.net != nil, ofPairs.showsStatistics
    else { return nil }
    self.estimate = estimate
    self.balance = balance
    self.withLost = withLost
  }

  /// The table. The total saving is the same with and without those lost to follow-up, since an
  /// unchanged score saves nothing; its interval is not.
  var table: Table {
    let each = "per participant \(charged)"
    return Table(
      caption: SavingsTable.caption(
        "with the program's cost, in \(estimate.rate.currency)", of: estimate.group),
      columns: [
        Column("what", .leading),
        Column("estimate", numbers: SavingsBalanceFields.estimates),
        Column(
          "95 % CI", key: "ci95", holdsIntervals: true, numbers: SavingsBalanceFields.intervals),
        Column(
          "CI with those lost", key: "ci95_lost_unchanged", holdsIntervals: true,
          numbers: SavingsBalanceFields.intervals.map { "lost_taken_as_unchanged." + $0 }),
      ],
      rows: [
        row("total saving", money, \.saving, \.savingInterval),
        row("total cost", money, \.totalCost) { _ in nil },
        row("total net saving", money, \.net, \.netInterval),
        row("net saving " + each, money, \.netPerParticipant, \.netPerParticipantInterval),
        row("break-even cost " + each, money, \.breakEvenCost, \.breakEvenCostInterval),
        row(
          "return for each 1 spent", { .decimal($0, decimals: 2) }, \.returned, \.returnedInterval),
      ])
  }

  /// The program's cost and the net saving, in sentences.
  var headline: String {
    let people = ReadableNumber.count(balance.charged, "participant")
    let pairs = ofPairs.text(.pairs, estimate.pairs.participants)
    let ends = balance.netPerParticipantInterval.map {
      ", 95 % CI [\(text($0.lower)), \(text($0.upper))]"
        + ($0.lower < 0 && $0.upper > 0 ? ", which includes 0" : "")
    }
    return "The estimated total saving of the \(pairs) scored at both times is"
      + " \(text(balance.saving ?? 0)). At \(amount) for each of \(people)"
      + " \(chargedInWords), the program cost \(text(balance.totalCost)). Estimated net saving:"
      + " \(text(balance.net ?? 0)), or \(text(balance.netPerParticipant ?? 0)) per participant"
      + " \(charged)\(ends ?? "")."
  }

  /// Notes on how to read the table, and on the change at which the net saving is 0.
  var notes: Block {
    .notes(
      "About the cost",
      [
        cost, breakEven,
        "net saving: saving − cost. Return: saving / cost. The intervals are those of the mean"
          + " change: over those scored at both times, then also counting those lost to follow-up"
          + " as unchanged",
      ])
  }

  private func row(
    _ what: String, _ cell: (Double) -> Cell, _ value: (SavingsBalance) -> Double?,
    _ interval: (SavingsBalance) -> ConfidenceInterval?
  ) -> [Cell] {
    let shown = value(balance).map(cell)
    let decimals = if case .decimal = shown { 2 } else { 0 }
    func ends(_ balance: SavingsBalance) -> Cell {
      interval(balance).map { .interval($0, decimals: decimals) } ?? .blank
    }
    return [
      .text(what), ofPairs.statistic(shown ?? .blank, decimals: decimals),
      ofPairs.statistic(ends(balance), decimals: decimals),
      ofLost.statistic(ends(withLost), decimals: decimals),
    ]
  }

  private var charged: String { balance.cost.basis.rawValue }

  private var chargedInWords: String {
    switch balance.cost.basis {
    case .enrolled: "enrolled"
    case .assessed: "scored at both times"
    }
  }

  private var amount: String {
    ReadableNumber.money(
      balance.cost.perParticipant, currency: estimate.rate.currency,
      decimals: ReadableNumber.decimals(for: [balance.cost.perParticipant]) == 0 ? 0 : 2)
  }

  private var cost: String {
    switch balance.cost.basis {
    case .enrolled:
      return
        "the cost counts all enrolled participants, including those lost to follow-up and those"
        + " with a window not yet closed; it is used as entered and treated as exact"
    case .assessed:
      let others = ReadableNumber.integer(estimate.enrolled - balance.charged)
      return
        "`--cost-per assessed` charges only those scored at both times, as if the other \(others)"
        + " enrolled had cost nothing; the cost is used as entered and treated as exact"
    }
  }

  private var breakEven: String {
    guard let days = balance.breakEvenDays else {
      return "break-even: none, since an unhealthy day is valued at 0"
    }
    let lost = withLost.breakEvenDays.flatMap { days in
      ofLost.showsStatistics
        ? "; counting those lost to follow-up as unchanged, at "
          + Self.change(days, withLost.breakEvenPercent, observed: estimate.lostUnchanged) : nil
    }
    return "break-even: at "
      + Self.change(days, balance.breakEvenPercent, observed: estimate.pairs) + (lost ?? "")
  }

  /// A change in words: `2.50 fewer unhealthy days in 30, 16.0 % of the baseline mean (observed:
  /// 4.00 [2.10, 5.90])`.
  private static func change(
    _ days: Double, _ percent: Double?, observed: ValuedChange
  ) -> String {
    let share = percent.map {
      ", \(ReadableNumber.share($0, decimals: 1)) of the baseline mean"
    }
    let found = observed.improvement.map { improvement in
      let ends = observed.improvementInterval.map { " " + ReadableNumber.interval($0, decimals: 2) }
      return " (observed: \(ReadableNumber.decimal(improvement, decimals: 2))\(ends ?? ""))"
    }
    return "\(ReadableNumber.decimal(days, decimals: 2)) fewer unhealthy days in 30"
      + (share ?? "") + (found ?? "")
  }

  private func text(_ value: Double) -> String {
    ReadableNumber.money(value, currency: estimate.rate.currency, decimals: 0)
  }

  private func money(_ value: Double) -> Cell {
    .money(value, currency: estimate.rate.currency, decimals: 0)
  }
}
