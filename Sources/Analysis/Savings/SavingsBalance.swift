import Statistics

/// A saving beside what the program cost, per participant scored at both times.
package struct SavingsBalance: Sendable, Equatable {
  /// Money per participant, 0 or more, in the currency of the saving.
  package let cost: Double
  /// Saving − cost; negative where the program cost more.
  package let net: Double?
  /// The interval of the saving, moved by the cost, which is taken to be exact.
  package let netInterval: ConfidenceInterval?
  /// Saving / cost, the money that came back for each unit spent; nil where nothing was spent.
  package let returned: Double?
  /// Unhealthy days avoided in 30 at which the saving equals the cost: cost / (rate × months); nil where
  /// a day is worth nothing.
  package let breakEvenDays: Double?
  /// The same in percent of the mean at baseline of those scored at both; nil where that is 0.
  package let breakEvenPercent: Double?

  init(_ estimate: SavingsEstimate, cost: Double) {
    let saving = estimate.pairs
    let days = estimate.worth > 0 ? cost / estimate.worth : nil
    self.cost = cost
    net = estimate.net(of: saving)
    netInterval = saving.perParticipantInterval.map {
      ConfidenceInterval(lower: $0.lower - cost, upper: $0.upper - cost)
    }
    returned = cost > 0 ? saving.perParticipant.map { $0 / cost } : nil
    breakEvenDays = days
    breakEvenPercent = days.flatMap { days in
      estimate.baselineMean.flatMap { $0 > 0 ? 100 * days / $0 : nil }
    }
  }
}

extension SavingsEstimate {
  /// The saving beside the program's cost; nil where no cost was given.
  package var balance: SavingsBalance? {
    programCost.map { SavingsBalance(self, cost: $0) }
  }

  /// A saving less the program's cost of each participant counted; nil where either is not known.
  package func net(of saving: ValuedChange) -> Double? {
    programCost.flatMap { cost in saving.perParticipant.map { $0 - cost } }
  }
}
