import Analysis

/// The caveats that a reader must know before quoting an estimate.
enum SavingsCaveats {
  /// The caveats of the rate, and those that follow from the options chosen.
  static func list(for estimate: SavingsEstimate) -> [String] {
    estimate.rate.caveatsBesideCost + [
      cost(estimate),
      "only participants scored at both times are counted, and every unhealthy day counts the same",
    ]
  }

  private static func cost(_ estimate: SavingsEstimate) -> String {
    switch estimate.cost?.basis {
    case nil: "the program's cost is not subtracted: `outcomes savings --program-cost` does so"
    case .enrolled: "the headline is before the program's cost, which is subtracted below it"
    case .assessed:
      "the headline is before the program's cost, which is subtracted below it, and only for"
        + " participants scored at both times"
    }
  }
}
