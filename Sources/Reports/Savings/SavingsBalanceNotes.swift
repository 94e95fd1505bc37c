import Analysis

/// A saving beside what the program cost, in sentences and under keys.
enum SavingsBalanceNotes {
  static let fields: [Field<SavingsBalance>] = [
    .number("per_participant", tells: .none, \.cost),
    .number("net_per_participant_per_year", \.net),
    .interval("net_per_participant_per_year_ci95", \.netInterval),
    .number("return", \.returned),
    .number("break_even_unhealthy_days_per_month", tells: .none, \.breakEvenDays),
    .percent("break_even_percent_of_baseline", \.breakEvenPercent),
  ]

  /// No block without a cost, and where nothing may be said of the pairs.
  /// - Parameter estimate: as it may be computed with.
  static func blocks(of estimate: SavingsEstimate, _ row: DisclosedRow) -> [Block] {
    guard let balance = estimate.balance, row.showsStatistics, balance.net != nil else { return [] }
    let money = { (value: Double) in
      ReadableNumber.money(value, currency: estimate.rate.currency, decimals: 0)
    }
    let notes =
      [net(balance, money), returned(balance), breakEven(balance, row)].compactMap(\.self) + [
        "the cost is \(money(balance.cost)) for each participant counted: those scored at both times,"
          + " and in the line with the lost, each of them too. It is taken to be exact"
      ]
    return [.notes("With the program's cost", notes)]
  }

  private static func net(_ balance: SavingsBalance, _ money: (Double) -> String) -> String? {
    guard let net = balance.net else { return nil }
    let interval = balance.netInterval.map {
      ", 95 % CI [\(money($0.lower)), \(money($0.upper))]"
    }
    let sign = net < 0 ? ": the program cost more than this" : ""
    return "net saving: \(money(net)) per participant per year\(interval ?? "")\(sign)"
  }

  private static func returned(_ balance: SavingsBalance) -> String? {
    balance.returned.map {
      "return: \(ReadableNumber.decimal($0, decimals: 2)) for each 1 spent (saving / cost)"
    }
  }

  private static func breakEven(_ balance: SavingsBalance, _ row: DisclosedRow) -> String? {
    guard let days = balance.breakEvenDays else {
      return "break-even: none, since a day is worth nothing"
    }
    let percent = balance.breakEvenPercent.map { percent in
      let text = ReadableTable.text(row.statistic(.decimal(percent, decimals: 1)))
      return ", \(text) % of the mean at baseline"
    }
    return "break-even: \(ReadableNumber.decimal(days, decimals: 2)) unhealthy days avoided in 30"
      + (percent ?? "") + " (cost / (rate × months))"
  }
}
