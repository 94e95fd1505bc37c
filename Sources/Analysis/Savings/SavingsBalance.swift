import Statistics

/// A saving compared with the cost of the program, for the cohort and per participant charged.
///
/// Net = total saving of the people counted − cost × participants charged. The interval is that of
/// the mean change; the cost and the numbers of people are assumed to be exact.
package struct SavingsBalance: Sendable, Equatable {
  package let cost: ProgramCost
  /// The number of participants for whom the cost is charged.
  package let charged: Int
  /// The total cost.
  package let totalCost: Double
  /// The total saving of the people counted.
  package let saving: Double?
  package let savingInterval: ConfidenceInterval?
  /// Saving − cost; negative if the program cost more.
  package let net: Double?
  package let netInterval: ConfidenceInterval?
  /// The net per participant charged; nil if there are none.
  package let netPerParticipant: Double?
  package let netPerParticipantInterval: ConfidenceInterval?
  /// Saving ÷ cost, the money returned for each unit spent; nil if nothing was spent.
  package let returned: Double?
  package let returnedInterval: ConfidenceInterval?
  /// The cost per participant charged for which the net is 0: saving ÷ participants charged.
  package let breakEvenCost: Double?
  package let breakEvenCostInterval: ConfidenceInterval?
  /// The unhealthy days avoided in 30, on average over the people counted, for which the net is 0:
  /// cost ÷ (people counted × rate × months); nil if a day has no value or nobody is counted.
  package let breakEvenDays: Double?
  /// The same as a percentage of the mean at baseline of the people counted; nil if that is 0.
  package let breakEvenPercent: Double?

  /// - Parameters:
  ///   - saving: the saving of the people counted.
  ///   - baselineMean: their mean at baseline.
  ///   - charged: the number of participants for whom the cost is charged.
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
  /// The saving of participants scored at both times compared with the program's cost; nil if no
  /// cost was given.
  package var balance: SavingsBalance? { balance(of: pairs, baselineMean: baselineMean) }

  /// The same including participants lost to follow-up, taken as unchanged.
  package var balanceLostUnchanged: SavingsBalance? {
    balance(of: lostUnchanged, baselineMean: baselineMeanWithLost)
  }

  /// A saving of these people compared with the program's cost.
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
