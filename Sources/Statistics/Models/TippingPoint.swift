/// How much worse, or better, the lost must have done for a mean change to vanish.
///
/// The change assumes that the lost changed as others like them did. If each of them instead scored
/// δ more, the mean change would be estimate + share·δ, and as δ is assumed and not estimated, its
/// standard error would stay what it is. That is the limit of delta-adjusted multiple imputation for
/// ever more imputations: Cro, Morris, Kenward & Carpenter (2020), doi 10.1002/sim.8569, section 3.
/// It holds for an MMRM's change and, with the lost like those who stayed, for that of complete pairs.
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
  ///   - participants: the number of participants that the change is about. None lost, or counts that
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
