import Statistics

/// A saving beside what the program cost, of the cohort and for each participant charged.
///
/// Net = saving of the people counted, together − cost × participants charged. The interval is that
/// of the mean change; the cost and the numbers of people are taken to be exact.
package struct SavingsBalance: Sendable, Equatable {
  package let cost: ProgramCost
  /// How many participants the cost is charged for.
  package let charged: Int
  /// The cost of all of them.
  package let totalCost: Double
  /// The saving of the people counted, together.
  package let saving: Double?
  package let savingInterval: ConfidenceInterval?
  /// Saving − cost; negative where the program cost more.
  package let net: Double?
  package let netInterval: ConfidenceInterval?
  /// The same for each participant charged; nil where there is nobody.
  package let netPerParticipant: Double?
  package let netPerParticipantInterval: ConfidenceInterval?
  /// Saving / cost, the money that came back for each unit spent; nil where nothing was spent.
  package let returned: Double?
  package let returnedInterval: ConfidenceInterval?
  /// The cost per participant charged at which the net is 0: saving / participants charged.
  package let breakEvenCost: Double?
  package let breakEvenCostInterval: ConfidenceInterval?
  /// Unhealthy days avoided in 30, on average over the people counted, at which the net is 0: cost
  /// / (people counted × rate × months); nil where a day is worth nothing or nobody is counted.
  package let breakEvenDays: Double?
  /// The same in percent of the mean at baseline of the people counted; nil where that is 0.
  package let breakEvenPercent: Double?

  /// - Parameters:
  ///   - saving: of the people counted.
  ///   - baselineMean: theirs.
  ///   - charged: how many participants the cost is charged for.
  init(_ saving: ValuedChange, baselineMean: Double?, cost: ProgramCost, charged: Int) {
    self.cost = cost
    self.charged = charged
    let total = cost.perParticipant * Double(charged)
    totalCost = total
    self.saving = saving.total
    savingInterval = saving.totalInterval
    net = saving.total.map { $0 - total }
    netInterval = saving.totalInterval?.lowered(by: total)
    let each = charged > 0 ? 1 / Double(charged) : nil
    netPerParticipant = net.flatMap { net in each.map { net * $0 } }
    netPerParticipantInterval = netInterval.flatMap { ends in each.map(ends.scaled) }
    returned = total > 0 ? saving.total.map { $0 / total } : nil
    returnedInterval = total > 0 ? saving.totalInterval?.scaled(by: 1 / total) : nil
    breakEvenCost = saving.total.flatMap { saved in each.map { saved * $0 } }
    breakEvenCostInterval = saving.totalInterval.flatMap { ends in each.map(ends.scaled) }
    let worthOfADay = Double(saving.participants) * saving.worth
    let days = worthOfADay > 0 ? total / worthOfADay : nil
    breakEvenDays = days
    breakEvenPercent = days.flatMap { days in
      baselineMean.flatMap { $0 > 0 ? 100 * days / $0 : nil }
    }
  }
}

extension SavingsEstimate {
  /// The saving of those scored at both beside the program's cost; nil where no cost was given.
  package var balance: SavingsBalance? { balance(of: pairs, baselineMean: baselineMean) }

  /// The same of those scored at both and those lost to follow-up, taken as unchanged.
  package var balanceLostUnchanged: SavingsBalance? {
    balance(of: lostUnchanged, baselineMean: baselineMeanWithLost)
  }

  /// A saving of these people, beside the program's cost.
  func balance(of saving: ValuedChange, baselineMean: Double?) -> SavingsBalance? {
    cost.map { cost in
      let charged =
        switch cost.basis {
        case .enrolled: enrolled
        case .assessed: pairs.participants
        }
      return SavingsBalance(saving, baselineMean: baselineMean, cost: cost, charged: charged)
    }
  }
}
