import Analysis

/// What a reader must know before quoting an estimate.
enum SavingsCaveats {
  /// The caveats of the rate, and those that follow from what was asked.
  static func list(for estimate: SavingsEstimate) -> [String] {
    estimate.rate.caveatsBesideCost + [
      cost(estimate),
      "only those scored at both are counted, and every unhealthy day counts the same",
    ]
  }

  private static func cost(_ estimate: SavingsEstimate) -> String {
    switch estimate.cost?.basis {
    case nil: "no cost of the program is taken off: `outcomes savings --program-cost` does so"
    case .enrolled: "the headline is before the program's cost, which is taken off below it"
    case .assessed:
      "the headline is before the program's cost, which is taken off below it, and only for those"
        + " scored at both"
    }
  }
}
