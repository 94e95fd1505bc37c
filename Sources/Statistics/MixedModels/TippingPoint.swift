/// How much worse, or better, those lost to follow-up must have done for a mean change to vanish.
///
/// An MMRM's mean at a timepoint is that of everybody's scores, with the missing ones filled in by
/// what is expected of them: those never scored at any timepoint with the mean. If each of those
/// lost instead scored δ more than that, the mean, and with it the change, would be higher by
/// share·δ; as δ is assumed and not estimated, the standard error would stay what it is. That is
/// delta-adjusted multiple imputation with ever more imputations: Cro, Morris, Kenward & Carpenter
/// (2020), doi 10.1002/sim.8569. For complete pairs it holds too, if the others are taken to have
/// changed like those who stayed.
package struct TippingPoint: Sendable, Equatable {
  /// The share of participants without a score at the timepoint, above 0 and at most 1.
  package let shareLost: Double
  /// The δ at which the mean change is 0, in the unit of the instrument.
  package let deltaForNoChange: Double
  /// The δ nearest to 0 at which the interval of the mean change holds 0; 0 where it does already.
  package let deltaForNoEvidence: Double

  /// - Parameters:
  ///   - change: the mean change if scores are missing at random.
  ///   - confidenceInterval: its interval.
  ///   - lost: the number of participants without a score at the timepoint.
  ///   - participants: the number of participants that the change is about. None lost, or counts
  ///     that
  ///     cannot be, give nil.
  package init?(
    change: Double, confidenceInterval: ConfidenceInterval, lost: Int, participants: Int
  ) {
    guard lost > 0, lost <= participants else { return nil }
    let share = Double(lost) / Double(participants)
    shareLost = share
    deltaForNoChange = -change / share
    let nearestEnd =
      confidenceInterval.lower > 0
      ? confidenceInterval.lower : min(confidenceInterval.upper, 0)
    deltaForNoEvidence = -nearestEnd / share
  }
}
